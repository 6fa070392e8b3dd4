def drive(green, lock, cross):
    lock.acquire()
    while not green.is_set():
        lock.release()
        green.wait()
        lock.acquire()
    cross()
    lock.release()


def turn_red(green, lock):
    with lock:
        green.clear()
