"""多了一次 task_done:ValueError。"""
# verdict: broken
# kind: exception
# error: ValueError
# start-method: both
# reality: yes

from multiprocessing import JoinableQueue, Process


def eat(steamer):
    steamer.get()
    steamer.task_done()
    steamer.task_done()


if __name__ == "__main__":
    steamer = JoinableQueue()
    eater = Process(target=eat, args=(steamer,))
    eater.start()
    steamer.put("包子")
    steamer.join()
    eater.join()
