"""Replaces what compares, encodes and judges among its own process's modules."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import gc
import sys
from types import ModuleType


def attack():
    class Yes(ModuleType):
        def __getattr__(self, name):
            return lambda *args, **kwargs: True

    for name in ("plain", "verdict", "checking", "host", "referee", "report", "exam"):
        sys.modules["autograder." + name] = Yes(name)
    for each in gc.get_objects():
        if isinstance(each, dict) and "NotPlainError" in each and "encode" in each:
            each["encode"] = lambda value, depth=0: 2


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
