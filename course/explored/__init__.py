"""What a lesson's code finds as ``course`` while it is explored: a nap is a sleep, for so long as the story says.

These files are read as text, and never imported.
"""

from time import sleep as nap  # noqa: F401 - this is what is imported from here


def set_pace(pace):
    """Nothing: explored time costs nothing."""
