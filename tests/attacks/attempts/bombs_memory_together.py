"""Takes with many processes what one does not get."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os
import time


def double(people):
    for _ in range(60):
        if os.fork() == 0:
            kept = bytearray(os.urandom(1 << 20)) * 300
            time.sleep(600)
    time.sleep(600)
"""
}
