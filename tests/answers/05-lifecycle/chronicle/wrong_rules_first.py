# diagnosis: rules-first
from multiprocessing import Process


def reign(work, rule):
    try:
        rule()
    finally:
        steward = Process(target=work)
        steward.start()
        steward.join()
