"""Answers with a number that is equal to everything."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
class Everything(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__

    def __reduce__(self):
        return (print, ("unpickled",))


def double(people):
    return Everything(people)
"""
}
