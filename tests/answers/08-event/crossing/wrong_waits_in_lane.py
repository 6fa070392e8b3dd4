# diagnosis: waits-holding
def drive(green, lock, cross):
    lock.acquire()
    try:
        green.wait()
        cross()
    finally:
        lock.release()


def turn_red(green, lock):
    lock.acquire()
    green.clear()
    lock.release()
