# diagnosis: ruled-elsewhere
from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work)
    emperor = Process(target=rule)
    steward.start()
    emperor.start()
    steward.join()
    emperor.join()
