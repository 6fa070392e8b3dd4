# diagnosis: x
def drive(green, lock, cross):
    while not green.wait(1):
        pass
    cross()


def turn_red(green, lock):
    with lock:
        green.clear()
