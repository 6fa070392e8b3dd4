# diagnosis: over
def drive(green, lock, cross):
    green.wait()
    with lock:
        if green.is_set():
            cross()


def turn_red(green, lock):
    with lock:
        green.clear()
