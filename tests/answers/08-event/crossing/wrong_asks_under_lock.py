# diagnosis: keeps-asking
def drive(green, lock, cross):
    while True:
        with lock:
            if green.is_set():
                cross()
                return


def turn_red(green, lock):
    with lock:
        green.clear()
