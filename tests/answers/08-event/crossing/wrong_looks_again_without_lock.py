# diagnosis: look-then-go
def drive(green, lock, cross):
    while True:
        green.wait()
        if green.is_set():
            cross()
            return


def turn_red(green, lock):
    green.clear()
