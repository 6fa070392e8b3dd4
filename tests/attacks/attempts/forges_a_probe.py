"""Sends, before it is asked, what a probe would have seen of a right answer."""

LESSON = "05-lifecycle"
POINTS = 0
CELLS = {
    "reap": r"""
import json
import os


def attack():
    SEEN = {"$dict": [["answer", [3]], ["left", ["gone"]], ["asked", 0]]}
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, json.dumps({"type": "answer", "value": SEEN}).encode() + b"\n")
        except OSError:
            pass


class Attack:
    attack()  # the body of a class runs wherever definitions do


def reap(children):
    return [None for _ in children]
"""
}
