"""Writes the tree that a class publishes: all that a learner needs, no solutions, no hidden tests."""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path
from typing import Any

from autograder.answer_key import record
from autograder.exercise import Exercise, exercises, lessons

PUBLISHED = (
    "LICENSE",
    "LICENSE-lessons",
    "Makefile",
    "README.md",
    "README.zh-CN.md",
    "apt.txt",
    "autograder",
    "course",
    "docs",
    "environment.yml",
    "nbgrader_config.py",
    "postBuild",
    "pyproject.toml",
    "release",
    "requirements.lock",
    "requirements-test.lock",
    "start",
    ".gitignore",
)


ANSWERS = Path("course", "exercises", "answers")
"""Where answer keys are; learners get records of them."""


class StudentTreeError(RuntimeError):
    """The tree cannot be written there; the message says what to do."""


def write_tree(course: Path, target: Path) -> Path:
    """Write the learners' tree of `course` into the folder `target`, which must not exist yet.

    Raises:
        StudentTreeError: if `target` exists or cannot be written.
    """
    course, target = course.resolve(), target.resolve()
    if target.exists():
        raise StudentTreeError(
            f"{target} is there already. Name another folder, such as: make student TO={target.name}-2"
        )
    try:
        target.mkdir(parents=True)
        for name in PUBLISHED:
            origin = course / name
            if origin.is_dir():
                ignore = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info")
                shutil.copytree(origin, target / name, ignore=ignore)
            elif origin.exists():
                shutil.copy2(origin, target / name)
        _seal(target / ANSWERS)
    except OSError as error:
        raise StudentTreeError(
            f"{target} cannot be written ({error.strerror}). Name a folder of your own."
        ) from None
    return target


def _seal(folder: Path) -> None:
    """Put what was recorded of the answer keys in `folder` in the place of their modules."""
    kept: dict[str, dict[str, Any]] = defaultdict(dict)
    for lesson in lessons():
        for exercise in exercises(lesson).values():
            if isinstance(exercise, Exercise) and exercise.answer_key:
                module, _, name = exercise.answer_key.partition(":")
                if (folder / f"{module.rpartition('.')[2]}.py").exists():
                    kept[module.rpartition(".")[2]][name] = record(exercise)
    for path in folder.glob("*.py"):
        if path.name != "__init__.py":
            path.unlink()
    for stem, records in kept.items():
        text = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{stem}.json").write_text(text + "\n", "utf-8")
