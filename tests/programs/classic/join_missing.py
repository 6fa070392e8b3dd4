"""Reading the result without joining: the child may not have written it."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def work(result):
    result.value = 7


if __name__ == "__main__":
    result = Value("i", 0)
    child = Process(target=work, args=(result,))
    child.start()
    assert result.value == 7, "not done yet"
    child.join()
