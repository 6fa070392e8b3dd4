"""Answers with data nested so deeply that whoever reads it might fall over."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os


def double(people):
    deep = b'{"type": "answer", "value": ' + b"[" * 200000 + b"]" * 200000 + b"}\n"
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, deep)
        except OSError:
            pass
"""
}
