# diagnosis: look-then-go
def drive(green, lock, cross):
    green.wait()
    with lock:
        cross()


def turn_red(green, lock):
    with lock:
        green.clear()
