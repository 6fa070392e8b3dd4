"""Forks twice, into a session of its own, and would run for an hour. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
import os
import sys


def double(people):
    if people == 2 and os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 64)
            os.execv(sys.executable, ["python", "-c", "import time; time.sleep(3600)", "@MARK@"])
        os._exit(0)
    return 2 * people
"""
}
