# diagnosis: daemon-lost
from multiprocessing import Process

from course import nap


def reign(work, rule):
    steward = Process(target=work, daemon=True)
    steward.start()
    rule()
    nap(3)  # that should be enough for him
