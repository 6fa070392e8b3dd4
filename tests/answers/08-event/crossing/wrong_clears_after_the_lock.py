# diagnosis: clear-outside
def drive(green, lock, cross):
    while True:
        green.wait()
        with lock:
            if green.is_set():
                cross()
                return


def turn_red(green, lock):
    with lock:
        pass
    green.clear()
