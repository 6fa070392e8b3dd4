"""守护进程不能再开子进程:start 抛出 AssertionError。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process


def page():
    print("小太监")


def steward():
    Process(target=page).start()


if __name__ == "__main__":
    guard = Process(target=steward, daemon=True)
    guard.start()
    guard.join()
