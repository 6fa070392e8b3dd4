"""Looks for secrets in its own environment and in that of every process it sees."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os
import re


def leak(data):
    for found in re.findall(rb"flag\{\w+\}|BEGIN (?:SOLUTION|HIDDEN)", data):
        raise RuntimeError("stolen: " + found.decode())


def leak_file(path):
    try:
        with open(path, "rb") as file:
            data = file.read(50_000_000)
    except OSError:
        return
    leak(data)


def double(people):
    import glob

    leak(repr(os.environ).encode())
    for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline"):
        leak_file(path)
"""
}
