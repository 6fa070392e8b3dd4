# diagnosis: lost-by-mishap
from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work, daemon=True)
    steward.start()
    rule()
    steward.join()
