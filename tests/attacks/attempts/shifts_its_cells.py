"""Deletes a test, copies and retypes cells, and turns the order round: tests come first."""

from __future__ import annotations

LESSON = "01-multiprogramming"
POINTS = 2  # the deleted test came back below everything, and its answer is right
EDITS = {
    "answers": "right",
    "delete": ["one-by-one-test"],
    "duplicate": ["together", "together-test"],
    "retype": ["own-schedule"],
    "reverse": True,
}
