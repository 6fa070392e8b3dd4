# diagnosis: waits-holding
def drive(green, lock, cross):
    with lock:
        while not green.is_set():
            green.wait()
        cross()


def turn_red(green, lock):
    with lock:
        green.clear()
