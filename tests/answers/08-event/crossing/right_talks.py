def drive(green, lock, cross):
    while True:
        print("waits", end=" ")
        green.wait()
        with lock:
            if green.is_set():
                print("green")
                cross()
                print("over")
                print("over True")
                return
        print("red")


def turn_red(green, lock):
    with lock:
        green.clear()
        print("red", "True")
