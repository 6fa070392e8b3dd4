"""A queue with one token in it is a lock: who has the token is alone."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue, Value


def add(token, count):
    mine = token.get()
    count.value += 1
    token.put(mine)


if __name__ == "__main__":
    token, count = Queue(), Value("i", 0)
    token.put("token")
    workers = [Process(target=add, args=(token, count)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2
