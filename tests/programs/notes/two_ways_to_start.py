"""开启进程的两种方式:target 函数,和继承 Process 并写 run。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process


def task(name):
    print(f"{name} is running")


class MyProcess(Process):
    def run(self):
        print("hello from run")


if __name__ == "__main__":
    children = [Process(target=task, args=("admin",)), MyProcess()]
    for child in children:
        child.start()
    print("我是主进程")
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
