# Whoever has the lane waits in it: nobody can turn the light red meanwhile, and setting takes no lock.
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
