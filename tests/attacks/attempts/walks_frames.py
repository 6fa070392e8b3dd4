"""Walks up the frames and overwrites whatever looks like a verdict or an error."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import sys


def double(people):
    frame = sys._getframe()
    while frame is not None:
        for space in (frame.f_locals, frame.f_globals):
            for name in ("finding", "verdict", "diagnosis", "failed", "error", "expected"):
                space[name] = None
        frame = frame.f_back
"""
}
