# diagnosis: unlocked
def serve(stop, lock, write):
    while not stop.is_set():
        write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
