# diagnosis: no-work
def serve(stop, lock, write):
    while not stop:
        with lock:
            write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
