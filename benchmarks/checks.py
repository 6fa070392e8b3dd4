"""Seconds from ``check(…)`` to its verdict, in the way of a kernel: for each exercise the slowest answers of its bank.

    python -m benchmarks.checks                      # all lessons, some minutes
    python -m benchmarks.checks 10-producer-consumer # some of them

A kernel's first check also imports what checks need; that is measured on its own, each time in a new
interpreter. In all others it is there already, and so is the process to explore in, which a notebook
keeps from its first check on. What takes over a second is told once more at the end, answer by answer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder import bank
from autograder.answer_key import OPEN
from autograder.cells import Definitions
from autograder.checking import examine_notebook, inputs
from autograder.exercise import Exercise, Task, exercises, lessons
from autograder.explorer.rooms import at_hand
from tests.lessons import ANSWERS, definitions_with

SLOW = 1.0
"""Seconds after which a learner looks up from the answer."""
_FIRST = """
import json, sys, time
cells = json.load(sys.stdin)
begun = time.perf_counter()
from autograder import check
from autograder.cells import Cell
from autograder.notebook import given
with given([Cell(*each) for each in cells]):
    check(sys.argv[1])
sys.stderr.write(str(time.perf_counter() - begun))
"""


@dataclass(frozen=True)
class Timed:
    """How long the check of one answer took.

    Args:
        exercise: What was to be written.
        answer: The name of its file.
        seconds: From the call to the verdict.
    """

    exercise: str
    answer: str
    seconds: float

    def __str__(self) -> str:
        return f"{'*' if self.seconds > SLOW else ' '}{self.seconds:6.2f}  {self.answer:36}"


def main(arguments: list[str] | None = None) -> None:
    """Print the first check's cost, a row for each exercise, and all that is slow."""
    parser = argparse.ArgumentParser(description="How long checks take.")
    parser.add_argument("lessons", nargs="*", help="default: all of them")
    options = parser.parse_args(arguments)
    tasks = [task for lesson in options.lessons or lessons() for task in exercises(lesson).values()]
    print_first(tasks)
    print(f"{'exercise':30} slowest right answer                         slowest wrong answer")
    slow: list[Timed] = []
    for task, timed in all_measured(tasks):
        slow += [each for each in timed if each.seconds > SLOW]
        columns = [
            max((each for each in timed if each.answer.startswith(kind)), key=_seconds)
            for kind in ("right", "wrong")
        ]
        print(f"{task.id:30}", *columns, flush=True)
    print(f"\nover {SLOW:g} s: {len(slow)}")
    for each in sorted(slow, key=_seconds, reverse=True):
        print(f"{each.seconds:7.2f}  {each.exercise}/{each.answer}")


def _seconds(timed: Timed) -> float:
    return timed.seconds


def print_first(tasks: Iterable[Task]) -> None:
    """Print what a kernel's first check takes of one exercise of each kind, and its second."""
    kinds = {isinstance(task, Exercise): task for task in reversed(list(tasks))}
    for plain, task in sorted(kinds.items(), reverse=True):
        current = _definitions(task, bank.answers(ANSWERS, task)[0])
        first = first_seconds(task, current)
        check_seconds(task, current)  # what is imported here once is imported now
        second = check_seconds(task, current)
        print(f"{task.id}: first check {first:.2f} s, second {second:.2f} s", end="")
        if plain:
            print()
            continue
        with at_hand():
            check_seconds(task, current)
            there = check_seconds(task, current)
        print(f" ({there:.2f} s if the process to explore in were there already)")
    print()


def all_measured(tasks: Sequence[Task]) -> Iterator[tuple[Task, list[Timed]]]:
    """What is measured of each exercise, in one process that has checked something before."""
    with at_hand():
        for task in tasks:
            check_seconds(task, _definitions(task, bank.answers(ANSWERS, task)[0]))
            yield task, measured(task)


def measured(task: Task) -> list[Timed]:
    """Each answer of the exercise's bank, checked once."""
    return [
        Timed(task.id, each.path.stem, check_seconds(task, _definitions(task, each)))
        for each in bank.answers(ANSWERS, task)
    ]


def _definitions(task: Task, answer: bank.Answer) -> Definitions:
    return definitions_with(task, answer.text)


def check_seconds(task: Task, current: Definitions) -> float:
    """Seconds that a check takes in this process."""
    _forget()
    tried = inputs(task, (), OPEN, 0)
    begun = time.perf_counter()
    examine_notebook(task, current, tried)
    return time.perf_counter() - begun


def _forget() -> None:
    """What was found of these definitions before is to be found again."""
    from autograder import interleavings  # noqa: PLC0415 - as in a kernel, with the first check

    interleavings._known.clear()  # noqa: SLF001 - there is no other use for forgetting it


def first_seconds(task: Task, current: Definitions) -> float:
    """Seconds that a check takes in a new interpreter that has imported nothing of ours."""
    cells = json.dumps([[each.label, each.source] for each in current.cells])
    command = [sys.executable, "-c", _FIRST, task.id]
    done = subprocess.run(command, input=cells, capture_output=True, text=True, check=True)
    return float(done.stderr)


if __name__ == "__main__":
    main()
