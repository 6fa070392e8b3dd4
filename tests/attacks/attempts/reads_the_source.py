"""Looks for solutions and hidden tests in the instructor's folders."""

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
    for root in ['@COURSE@/source', '@COURSE@/.git', '@COURSE@/tests', '@COURSE@']:
        leak_file(root)
        for place, _, files in os.walk(root):
            if "site-packages" in place:
                continue  # what is installed for everybody is no secret
            for file in files:
                leak_file(os.path.join(place, file))
"""
}
