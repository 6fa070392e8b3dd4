"""Main ends with an exception, and still waits for its child."""
# verdict: broken
# kind: exception
# error: ZeroDivisionError
# start-method: both
# reality: yes

from multiprocessing import Process


def work():
    print("work")


if __name__ == "__main__":
    Process(target=work).start()
    print(1 // 0)
