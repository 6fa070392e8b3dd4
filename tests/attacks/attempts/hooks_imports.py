"""Puts itself into every import that comes, and into every line that runs."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import builtins
import sys


def attack():
    real = builtins.__import__

    class Finder:
        def find_spec(self, name, path=None, target=None):
            print("✓", name)

    builtins.__import__ = lambda *args, **kwargs: real(*args, **kwargs)
    sys.meta_path.insert(0, Finder())
    sys.settrace(lambda *args: None)


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
