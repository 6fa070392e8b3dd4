# diagnosis: unheard
def drive(green, lock, cross):
    while True:
        green.wait()
        with lock:
            if green.is_set():
                cross()
                green.clear()
                return


def turn_red(green, lock):
    with lock:
        green.clear()
