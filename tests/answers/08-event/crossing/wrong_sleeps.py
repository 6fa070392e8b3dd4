# diagnosis: x
def drive(green, lock, cross):
    green.wait()
    cross()


import time


def turn_red(green, lock):
    green.clear()
    time.sleep(3)
