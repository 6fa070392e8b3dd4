# diagnosis: lock-held
def serve(stop, lock, write):
    while True:
        lock.acquire()
        if stop.is_set():
            return
        write()
        lock.release()


def dismiss(steward, stop):
    stop.set()
    steward.join()
