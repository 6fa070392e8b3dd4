# diagnosis: waits-for-himself
def serve(stop, lock, write):
    while not stop.is_set():
        with lock:
            lock.acquire()
            write()
            lock.release()


def dismiss(steward, stop):
    stop.set()
    steward.join()
