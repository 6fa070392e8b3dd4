"""A turnstile: closed until main opens it, then one lets the next through."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value


def enter(turnstile, opened):
    turnstile.acquire()
    turnstile.release()
    assert opened.value == 1


if __name__ == "__main__":
    turnstile, opened = Semaphore(0), Value("i", 0)
    children = [Process(target=enter, args=(turnstile, opened)) for _ in range(2)]
    for child in children:
        child.start()
    opened.value = 1
    turnstile.release()
    for child in children:
        child.join()
