from multiprocessing import Process


class Steward(Process):
    def __init__(self, work):
        super().__init__()
        self.work = work

    def run(self):
        self.work()


def reign(work, rule):
    steward = Steward(work)
    steward.start()
    try:
        rule()
    except Exception:
        print("The emperor died before his time.")
    steward.join()
