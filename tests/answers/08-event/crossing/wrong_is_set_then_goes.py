# diagnosis: look-then-go
def drive(green, lock, cross):
    if not green.is_set():
        green.wait()
    cross()


def turn_red(green, lock):
    with lock:
        green.clear()
