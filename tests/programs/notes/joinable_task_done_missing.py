"""少了一次 task_done:join 永远等不到。"""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import JoinableQueue, Process


def eat(steamer):
    steamer.get()
    steamer.get()
    steamer.task_done()


if __name__ == "__main__":
    steamer = JoinableQueue()
    eater = Process(target=eat, args=(steamer,), daemon=True)
    eater.start()
    steamer.put("包子")
    steamer.put("馒头")
    steamer.join()
