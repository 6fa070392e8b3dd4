# diagnosis: deaf
def serve(stop, lock, write):
    while True:
        with lock:
            write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
