# diagnosis: livelock
def drive(green, lock, cross):
    while green.wait():
        with lock:
            if green.is_set():
                cross()


def turn_red(green, lock):
    with lock:
        green.clear()
