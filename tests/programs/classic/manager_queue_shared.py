"""A manager's queue has no feeder: when put is done, the thing is there."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Manager, Process


def work(results):
    results.put("done")


if __name__ == "__main__":
    with Manager() as manager:
        results = manager.Queue()
        worker = Process(target=work, args=(results,))
        worker.start()
        worker.join()
        assert not results.empty()
        assert results.get() == "done"
