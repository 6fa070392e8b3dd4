"""Replaces the explorer's functions by ones that find that everything holds."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import autograder.explorer.exploring as exploring
import autograder.explorer.inside as inside
import autograder.explorer.outside as outside


def attack():
    exploring.explore = outside.explore = inside.explore = lambda *args, **kwargs: "holds"


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
