"""灯不是守护进程:车都走了,主进程还在等一盏永远变下去的灯。"""
# verdict: broken
# kind: livelock
# start-method: both
# reality: no

import time
from multiprocessing import Event, Process


def light(green):
    while True:
        time.sleep(0.001)
        if green.is_set():
            green.clear()
        else:
            green.set()


def car(green):
    green.wait()
    print("通行")


if __name__ == "__main__":
    green = Event()
    Process(target=light, args=(green,)).start()
    one = Process(target=car, args=(green,))
    one.start()
    one.join()
