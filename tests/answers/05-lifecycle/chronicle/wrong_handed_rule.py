# diagnosis: handed
from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work, args=(rule,))
    steward.start()
    rule()
    steward.join()
