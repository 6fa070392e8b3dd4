# diagnosis: hoards
def serve(stop, lock, write):
    with lock:
        while not stop.is_set():
            write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
