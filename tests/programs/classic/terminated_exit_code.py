"""A terminated process has exit code -15, unless it was done before."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process


def work():
    try:
        print("work")
    finally:
        print("finally")


if __name__ == "__main__":
    worker = Process(target=work)
    worker.start()
    worker.terminate()
    worker.join()
    assert worker.exitcode in (0, -15)
