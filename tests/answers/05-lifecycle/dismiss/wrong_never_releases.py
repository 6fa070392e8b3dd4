# diagnosis: lock-held
def serve(stop, lock, write):
    while not stop.is_set():
        lock.acquire()
        write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
