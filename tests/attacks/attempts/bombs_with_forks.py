"""Starts processes that start processes, as fast as it can."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os


def double(people):
    while True:
        try:
            os.fork()
        except OSError:
            pass
"""
}
