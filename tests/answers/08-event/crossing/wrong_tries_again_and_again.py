# diagnosis: keeps-trying
def drive(green, lock, cross):
    while True:
        green.wait()
        with lock:
            if green.is_set():
                cross()
                return


def turn_red(green, lock):
    while not lock.acquire(block=False):
        pass
    green.clear()
    lock.release()
