"""KTV 有四个包间,五个人唱歌:从来不会有五个人同时在里面,四个人会有。"""
# verdict: holds
# start-method: spawn
# at-once: 4
# reality: no
# slow: yes

import time
from multiprocessing import Process, Semaphore


def sing(person, rooms):
    rooms.acquire()
    print(f"{person}进去唱歌")
    time.sleep(0)
    rooms.release()


if __name__ == "__main__":
    rooms = Semaphore(4)
    children = [
        Process(target=sing, args=(person, rooms)) for person in ["毛", "郭", "刘", "宋", "马"]
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
