"""Replaces multiprocessing by something that says that all went well."""

LESSON = "05-lifecycle"
POINTS = 0
CELLS = {
    "reap": r"""
import sys
from types import ModuleType


def attack():
    class Fake(ModuleType):
        def __getattr__(self, name):
            return lambda *args, **kwargs: self

    sys.modules["multiprocessing"] = sys.modules["multiprocessing.process"] = Fake("multiprocessing")


class Attack:
    attack()  # the body of a class runs wherever definitions do


def reap(children):
    return [0 for _ in children]
"""
}
