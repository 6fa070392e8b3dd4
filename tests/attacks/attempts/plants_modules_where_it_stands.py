"""Writes modules with known names for whoever runs there next. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
import os


def attack():
    for name in ("sitecustomize", "json", "autograder", "msgspec"):
        for folder in (".", ".."):
            try:
                with open(os.path.join(folder, name + ".py"), "w") as file:
                    file.write("open('@TMP@/@MARK@', 'w').close()")
            except OSError:
                pass


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return 2 * people
"""
}
