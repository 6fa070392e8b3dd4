"""Kills its parent, its group and everything it is allowed to."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os
import signal


def double(people):
    if os.getcwd() == "/sandbox":  # never where there are no walls
        for pid in (os.getppid(), 1, @PID@, 0, -1):
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        os.kill(os.getpid(), signal.SIGKILL)
    return None
"""
}
