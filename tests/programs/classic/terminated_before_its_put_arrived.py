"""terminate loses what is still on its way through the feeder: main waits for it for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Event, Process, Queue


def work(results, done):
    results.put("result")
    done.set()


if __name__ == "__main__":
    results, done = Queue(), Event()
    worker = Process(target=work, args=(results, done))
    worker.start()
    done.wait()
    worker.terminate()
    worker.join()
    print(results.get())
