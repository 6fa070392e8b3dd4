"""Makes assertions harmless: what they raise ends the process with success."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import builtins


def attack():
    class Quiet(BaseException):
        def __new__(cls, *args):
            raise SystemExit(0)

    builtins.AssertionError = builtins.Exception = builtins.BaseException = Quiet


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
