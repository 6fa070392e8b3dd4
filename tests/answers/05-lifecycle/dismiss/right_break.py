def serve(stop, lock, write):
    while True:
        with lock:
            if stop.is_set():
                break
            write()


def dismiss(steward, stop):
    stop.set()
    steward.join()
    if steward.exitcode != 0:
        print("something went wrong")
