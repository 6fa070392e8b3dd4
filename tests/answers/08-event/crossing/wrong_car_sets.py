# diagnosis: turns
def drive(green, lock, cross):
    with lock:
        green.set()
        cross()


def turn_red(green, lock):
    with lock:
        green.clear()
