# diagnosis: short-join
from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work, daemon=True)
    steward.start()
    try:
        rule()
    finally:
        steward.join(timeout=1)
