"""start 之后才设 daemon:AssertionError。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process


def steward():
    print("总管活着")


if __name__ == "__main__":
    guard = Process(target=steward)
    guard.start()
    guard.daemon = True
