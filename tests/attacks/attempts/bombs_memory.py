"""Takes all the memory that one process gets, again and again."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
def double(people):
    kept = []
    while True:
        try:
            kept.append(bytearray(1 << 24))
        except MemoryError:
            pass
"""
}
