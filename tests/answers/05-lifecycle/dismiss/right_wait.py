def serve(stop, lock, write):
    while not stop.wait(0.01):
        lock.acquire()
        try:
            write()
        finally:
            lock.release()


def dismiss(steward, stop):
    stop.set()
    while steward.is_alive():
        steward.join(0.1)
