"""Answers with texts and rows that are equal to everything."""

LESSON = "01-multiprogramming"
POINTS = 0
CELLS = {
    "own-schedule": r"""
class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


class Row(tuple):
    def __eq__(self, other):
        return True

    __hash__ = tuple.__hash__


def my_schedule():
    return [Row((Text("A"), 0, 1, Text("cpu")))]
"""
}
