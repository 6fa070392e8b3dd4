"""Seconds from ``check(…)`` to its verdict, for a right answer of each exercise's bank."""

from __future__ import annotations

import time

from autograder.answer_key import OPEN
from autograder.checking import examine_notebook, inputs
from tests.lessons import ANSWERS, all_exercises, definitions_with


def main() -> None:
    """Print a row for each exercise."""
    print("exercise                          inputs   seconds")
    for exercise in all_exercises():
        answer = min((ANSWERS / exercise.id).glob("right_*.py")).read_text("utf-8")
        tried = inputs(exercise, (), OPEN, 0)
        started = time.perf_counter()
        verdict = examine_notebook(exercise, definitions_with(exercise, answer), tried)
        seconds = time.perf_counter() - started
        print(f"{exercise.id:32} {verdict.runs:7} {seconds:9.2f}")


if __name__ == "__main__":
    main()
