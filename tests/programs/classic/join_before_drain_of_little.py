"""A little fits into the pipe: joining before getting is right, as long as it stays little."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def work(results):
    results.put("little")


if __name__ == "__main__":
    results = Queue()
    worker = Process(target=work, args=(results,))
    worker.start()
    worker.join()
    assert results.get() == "little"
