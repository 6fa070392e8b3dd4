"""What lesson cells import. ``%load_ext course`` is the first code cell of every lesson.

Importing this package costs next to nothing, because every child process of a lesson does it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from autograder.messages import add_catalogue
from autograder.stand_ins import add_stand_ins
from course import context
from course.pace import nap, set_pace

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ["context", "load_ipython_extension", "nap", "set_pace"]

add_catalogue(Path(__file__).parent / "messages")
add_stand_ins("course", Path(__file__).parent / "explored")


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Prepare a notebook: see :mod:`course.kernel`."""
    from course.kernel import prepare  # noqa: PLC0415 - only in a kernel

    prepare(shell)
