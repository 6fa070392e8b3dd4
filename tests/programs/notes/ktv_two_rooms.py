"""KTV 有两个包间,三个人唱歌:从来不会有三个人同时在里面,两个人会有。"""
# verdict: holds
# start-method: both
# at-once: 2
# reality: yes

import time
from multiprocessing import Process, Semaphore


def sing(person, rooms):
    rooms.acquire()
    print(f"{person}进去唱歌")
    time.sleep(0)
    print(f"{person}唱完离开")
    rooms.release()


if __name__ == "__main__":
    rooms = Semaphore(2)
    children = [Process(target=sing, args=(person, rooms)) for person in ["郭", "宋", "马"]]
    for child in children:
        child.start()
    for child in children:
        child.join()
