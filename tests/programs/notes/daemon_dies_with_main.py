"""守护进程随主进程结束而结束:总管也许活着,也许来不及说话,但没有人等他。"""
# verdict: holds
# start-method: both
# reality: yes

import time
from multiprocessing import Process


def steward(name):
    print(f"总管{name}活着")
    time.sleep(0)
    print(f"总管{name}正常死亡")


if __name__ == "__main__":
    guard = Process(target=steward, args=("egon",))
    guard.daemon = True
    guard.start()
    print("皇帝寿终正寝")
