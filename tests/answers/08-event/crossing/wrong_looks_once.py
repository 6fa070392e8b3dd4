# diagnosis: x
def drive(green, lock, cross):
    if green.is_set():
        with lock:
            cross()


def turn_red(green, lock):
    with lock:
        green.clear()
