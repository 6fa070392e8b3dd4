# diagnosis: turns
def drive(green, lock, cross):
    green.wait()
    with lock:
        cross()


def turn_red(green, lock):
    pass
