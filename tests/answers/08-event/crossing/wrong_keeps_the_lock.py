# diagnosis: lock-kept
def drive(green, lock, cross):
    while True:
        green.wait()
        lock.acquire()
        if green.is_set():
            cross()
            return
        lock.release()


def turn_red(green, lock):
    with lock:
        green.clear()
