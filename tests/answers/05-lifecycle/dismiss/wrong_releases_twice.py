# diagnosis: raised
def serve(stop, lock, write):
    while not stop.is_set():
        with lock:
            write()
            lock.release()


def dismiss(steward, stop):
    stop.set()
    steward.join()
