"""两个坑三个人:with 语句自己归还,所有人都轮得到。"""
# verdict: holds
# start-method: both
# at-once: 2
# reality: yes

import time
from multiprocessing import Array, Process, Semaphore


def go(toilets, user, done):
    with toilets:
        print(f"user{user} 占到一个坑")
        time.sleep(0)
    done[user] = 1


if __name__ == "__main__":
    toilets = Semaphore(2)
    done = Array("i", 3)
    users = [Process(target=go, args=(toilets, user, done)) for user in range(3)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    assert sum(done) == 3
