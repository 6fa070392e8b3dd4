"""Writes for ever to every pipe it finds."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os


def double(people):
    while True:
        for descriptor in range(3, 20):
            try:
                os.write(descriptor, b'{"type": "ready"}\n' * 1000)
            except OSError:
                pass
"""
}
