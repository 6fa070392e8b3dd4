"""绿、红、绿,然后灯不再变:两辆车,早来晚来都过得去。"""
# verdict: holds
# start-method: both
# reality: yes

import time
from multiprocessing import Event, Process


def light(green):
    green.set()
    time.sleep(0.001)
    green.clear()
    time.sleep(0.001)
    green.set()


def car(green, number):
    if not green.is_set():
        print(f"car{number} 等着")
        green.wait()
    print(f"car{number} 通行")


if __name__ == "__main__":
    green = Event()
    Process(target=light, args=(green,)).start()
    cars = [Process(target=car, args=(green, number)) for number in range(2)]
    for each in cars:
        each.start()
    for each in cars:
        each.join()
