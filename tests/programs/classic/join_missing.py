"""Read before the child was joined: it may not have written yet."""
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
    seen = result.value
    worker.join()
    assert seen == 7, "not done yet"
