"""Writes files until there is no more room. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
def double(people):
    try:
        for number in range(100):
            with open(f"fill-{people}-{number}", "wb") as file:
                file.write(bytes(1 << 24))
    except OSError:
        pass
    return 2 * people
"""
}
