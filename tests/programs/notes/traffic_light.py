"""红绿灯:灯是守护进程,一直变;车等到绿灯才走,总过得去。"""
# verdict: holds
# start-method: both
# reality: yes

import time
from multiprocessing import Event, Process


def light(green):
    while True:
        time.sleep(0.001)
        if green.is_set():
            green.clear()
        else:
            green.set()


def car(green, number):
    if not green.is_set():
        print(f"car{number} 等着")
        green.wait()
    print(f"car{number} 通行")


if __name__ == "__main__":
    green = Event()
    Process(target=light, args=(green,), daemon=True).start()
    cars = [Process(target=car, args=(green, number)) for number in range(1)]
    for each in cars:
        each.start()
    for each in cars:
        each.join()
    print("关灯,省电")
