# diagnosis: x
def drive(green, lock, cross):
    green.wait()
    cross()


def turn_red(green, lock):
    green.clear()
