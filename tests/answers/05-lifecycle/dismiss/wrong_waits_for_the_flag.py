# diagnosis: waits-for-flag
def serve(stop, lock, write):
    stop.wait()
    with lock:
        write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
