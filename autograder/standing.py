"""A learner's progress, kept on their own disk: one small file for each exercise.

Checks note what came of them while a notebook runs; whoever grades notes nothing. The files lie below
``BAOZI_PROGRESS`` if that is set, else in Jupyter's own folder for data.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from autograder import display
from autograder.exercise import exercises, lessons
from autograder.messages import text


@dataclass(frozen=True, slots=True)
class Standing:
    """How a learner stands with one exercise.

    Args:
        tries: How often it was checked.
        passed: Whether it ever passed.
        last: When it was checked last, in seconds since 1970.
    """

    tries: int = 0
    passed: bool = False
    last: float = 0.0


def folder() -> Path:
    """Where progress is kept."""
    chosen = os.environ.get("BAOZI_PROGRESS")
    if chosen:
        return Path(chosen)
    from jupyter_core.paths import jupyter_data_dir  # noqa: PLC0415 - in a notebook only

    return Path(jupyter_data_dir()) / "baozi"


def standing(exercise_id: str) -> Standing:
    """How the learner stands with an exercise; what cannot be read was never tried."""
    try:
        kept = json.loads(_file(exercise_id).read_text("utf-8"))
        return Standing(int(kept["tries"]), bool(kept["passed"]), float(kept["last"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Standing()


def note(exercise_id: str, *, passed: bool) -> None:
    """Note that an exercise was checked; outside a notebook, or on a full disk, nothing is kept."""
    if not _in_notebook():
        return
    before = standing(exercise_id)
    now = {"tries": before.tries + 1, "passed": passed or before.passed, "last": time.time()}
    path = _file(exercise_id)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Another notebook may read at this moment: it is there whole, or not yet.
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with open(handle, "w", encoding="utf-8") as file:
            json.dump(now, file)
        os.replace(name, path)


def progress() -> None:
    """Print how far the learner has come, lesson by lesson.

    Example::

        progress()
    """
    done = total = 0
    for lesson in lessons():
        marks = []
        for exercise_id in exercises(lesson):
            stands = standing(exercise_id)
            key = "passed" if stands.passed else "tried" if stands.tries else "open"
            done, total = done + stands.passed, total + 1
            name = exercise_id.split("/")[1]
            marks.append(text(f"progress.{key}", name=name, tries=stands.tries))
        print(text("progress.lesson", lesson=lesson, marks=text("progress.comma").join(marks)))
    print(text("progress.all", done=done, total=total, folder=folder()))


def _file(exercise_id: str) -> Path:
    return folder() / f"{exercise_id}.json"


def _in_notebook() -> bool:
    if "NBGRADER_EXECUTION" in os.environ:  # a kernel, but not a learner's
        return False
    return display.in_notebook()
