"""Puts functions that are content with everything in the place of ``check``."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import builtins
import autograder
import autograder.checking


def attack():
    def content(*args, **kwargs):
        print("✓ 00-start/double: right on all 62 inputs.")

    builtins.check = check = content
    autograder.check = autograder.checking.check = autograder.checking.examine_notebook = content


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
