# diagnosis: not-started
from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work)
    rule()
