"""Replaces the builtins that a comparison is made of."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import builtins


def attack():
    builtins.isinstance = builtins.all = builtins.any = lambda *args: True
    builtins.len = lambda *args: 0
    builtins.type = lambda *args: int


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
