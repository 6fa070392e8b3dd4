# diagnosis: no-work
def serve(stop, lock, write):
    while not stop.is_set:
        with lock:
            write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
