"""Sets the variables by which programs load others' code, for whoever is started next."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os


def attack():
    os.environ.update(LD_PRELOAD="/sandbox/evil.so", PYTHONPATH="/sandbox", PYTHONINSPECT="1")
    os.environ.update(BAOZI_WALLS="none", PATH="/sandbox")


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
