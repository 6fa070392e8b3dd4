from multiprocessing.connection import wait


def serve(stop, lock, write):
    while True:
        with lock:
            write()
        if stop.is_set():
            return


def dismiss(steward, stop):
    stop.set()
    wait([steward.sentinel])
