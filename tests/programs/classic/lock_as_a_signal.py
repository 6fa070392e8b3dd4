"""A Lock taken by main and released by the child, which is allowed: a signal."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def work(done, result):
    result.value = 5
    done.release()


if __name__ == "__main__":
    done, result = Lock(), Value("i", 0)
    done.acquire()
    Process(target=work, args=(done, result)).start()
    done.acquire()
    assert result.value == 5
