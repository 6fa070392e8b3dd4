# diagnosis: stops-early
def serve(stop, lock, write):
    lock.acquire()
    write()
    lock.release()


def dismiss(steward, stop):
    stop.set()
    steward.join()
