"""Writes the tree that a class publishes: all that a learner needs, no solutions, no hidden tests."""

from __future__ import annotations

import shutil
from pathlib import Path

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
    except OSError as error:
        raise StudentTreeError(
            f"{target} cannot be written ({error.strerror}). Name a folder of your own."
        ) from None
    return target
