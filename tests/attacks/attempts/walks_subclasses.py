"""Looks among all subclasses of object for an exercise, and asks its reference."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import gc


def double(people):
    for kind in object.__subclasses__():
        if kind.__name__ in {"Exercise", "Verdict", "CheckFailed"}:
            for each in gc.get_referrers(kind):
                if callable(getattr(each, "reference", None)):
                    return each.reference(people)
"""
}
