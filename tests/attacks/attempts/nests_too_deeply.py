"""Is written so that whoever parses it might fall over."""

LESSON = "00-start"
POINTS = 0
CELLS = {"double": "double = " + "-" * 100_000 + "1\n" + "(" * 5_000 + ")" * 5_000}
