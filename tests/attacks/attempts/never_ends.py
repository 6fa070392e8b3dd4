"""Loops for ever, whatever is raised in it."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import signal


def double(people):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
"""
}
