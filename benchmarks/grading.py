"""Submissions a minute: exam mode beside stock ``nbgrader autograde``, on the same submissions in one run.

Every lesson is handed in twice: with the reference solutions, and untouched. Both ways go through
nbgrader's own converter and database; what differs is what runs the test cells. The last columns say
where exam mode's time goes: into checks, that is learners' code and interleavings, and into the rest,
which is nbgrader's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat

from autograder import exam
from autograder.klass import Klass
from autograder.language import keep
from tests.lessons import COURSE, all_lessons, source, source_path


def main(arguments: list[str] | None = None) -> None:
    """Print a row for each lesson, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lessons", nargs="*", help="default: all of them")
    parser.add_argument("--language", choices=("zh", "en"), default="zh")
    options = parser.parse_args(arguments)
    os.environ.setdefault("BAOZI_PACE", "0.1")
    print("lesson                stock s   exam s   ratio  of exam s: checks     rest")
    totals = [0.0, 0.0]
    count = 0
    for lesson in options.lessons or all_lessons():
        stock, exam_mode, checks = _measured(lesson, options.language)
        rest = exam_mode - checks
        print(
            f"{lesson:20} {stock:8.1f} {exam_mode:8.1f} {stock / exam_mode:6.1f}x"
            f" {checks:18.1f} {rest:8.1f}"
        )
        totals[0] += stock
        totals[1] += exam_mode
        count += 2
    stock, exam_mode = totals
    print(
        f"\nsubmissions a minute: stock {60 * count / stock:.1f}, exam mode {60 * count / exam_mode:.1f},"
        f" {stock / exam_mode:.1f} times as many"
    )


def _measured(lesson: str, language: str) -> tuple[float, float, float]:
    """Seconds for both submissions: in stock nbgrader, in exam mode, and of these in checks."""
    seconds: dict[str, float] = {}
    with _timed_checks() as checks:
        for way, stock in (("stock", "1"), ("exam", "")):
            os.environ["BAOZI_STOCK"] = stock
            with tempfile.TemporaryDirectory(prefix="baozi-benchmark-") as folder:
                klass = _class(Path(folder), lesson, language)
                begun = time.perf_counter()
                with _silent():
                    for learner, each in klass.submitted():
                        done = klass.api.autograde(each, learner, force=True)
                        if not done["success"]:
                            raise RuntimeError(done["log"])
                seconds[way] = time.perf_counter() - begun
    return seconds["stock"], seconds["exam"], sum(checks)


def _class(folder: Path, lesson: str, language: str) -> Klass:
    """A class to which one learner handed in the reference, and one what was given out."""
    name = source_path(lesson).name
    for learner in ("reference", "untouched"):
        target = folder / "submitted" / learner / lesson
        target.mkdir(parents=True)
        if learner == "reference":
            nbformat.write(keep(source(lesson), language), target / name)
        else:
            shutil.copy(COURSE / "release" / language / lesson / name, target / name)
    klass = Klass(COURSE, folder, language)
    klass.release([lesson])
    return klass


@contextmanager
def _silent() -> Iterator[None]:
    """Without what kernels write to standard error when they start."""
    before, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 2)
    try:
        yield
    finally:
        os.dup2(before, 2)
        os.close(before)
        os.close(nothing)


@contextmanager
def _timed_checks() -> Iterator[list[float]]:
    """How long each submission's tests take in exam mode, without what nbgrader does around them."""
    taken: list[float] = []
    judge: Callable[..., Any] = exam.GradeInExam.judge

    def timed(self: Any, case: Any) -> Any:
        begun = time.perf_counter()
        try:
            return judge(self, case)
        finally:
            taken.append(time.perf_counter() - begun)

    exam.GradeInExam.judge = timed  # type: ignore[method-assign]
    try:
        yield taken
    finally:
        exam.GradeInExam.judge = judge  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
