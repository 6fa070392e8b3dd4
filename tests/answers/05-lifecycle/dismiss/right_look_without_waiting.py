def serve(stop, lock, write):
    while True:
        with lock:
            write()
        if stop.wait(timeout=0):
            break


def dismiss(steward, stop):
    stop.set()
    while steward.exitcode is None:
        steward.join(5)
