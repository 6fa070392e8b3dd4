# diagnosis: not-ruled
from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work)
    steward.start()
    steward.join()
