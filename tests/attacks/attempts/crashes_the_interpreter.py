"""Reads where nothing is, so that the interpreter crashes."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import ctypes


def double(people):
    ctypes.string_at(0)
    return 2 * people
"""
}
