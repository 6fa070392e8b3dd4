"""Prints for ever."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
def double(people):
    while True:
        print("all work and no play " * 1000)
"""
}
