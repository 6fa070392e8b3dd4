"""join with a timeout comes back whether the child is done or not."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def work(result):
    result.value = 7


if __name__ == "__main__":
    result = Value("i", 0)
    worker = Process(target=work, args=(result,))
    worker.start()
    worker.join(timeout=0.001)
    seen = result.value
    worker.join()
    assert seen == 7, "not done yet"
