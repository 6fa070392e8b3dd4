"""Sends replies of its own along the protocol's pipe, some well-formed and some not."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import json
import os

FORGED = [
    {"type": "ready"},
    {"type": "answer", "value": {"$set": [[1]]}},
    {"type": "answer", "value": {"$evil": "import os"}},
    {"type": "answer", "value": {"$float": "nan"}},
    {"type": "answer", "value": True, "finding": None, "passed": True},
]


def double(people):
    for forged in FORGED:
        for descriptor in range(3, 20):
            try:
                os.write(descriptor, json.dumps(forged).encode() + b"\n")
            except OSError:
                pass
"""
}
