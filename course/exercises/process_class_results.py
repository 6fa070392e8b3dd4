"""Lesson 04's exercises in which children find something out and it is brought back.

Main waits for late children at its end: else the locks of what they share could be gone before they have
begun, which is true, and a story of its own.
"""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Sequence
from typing import Any

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, View
from autograder.scenario import Interleaved, Scenario
from course.exercises.letters import LESSON, listed, some_letters

SALARIES = (60_000, 256, 30_000, 9_000)
"""What the boss answers: more than an exit code holds, and one that it would turn into 0."""


def _cut_down(numbers: Sequence[int]) -> list[list[int]]:
    """What is left of some numbers in places too small for them: of one byte or two, with a sign or without.

    >>> _cut_down([200, 3])
    [[-56, 3]]
    """
    cut = [
        [(number + below) % 2**bits - below for number in numbers]
        for bits in (8, 16)
        for below in (2 ** (bits - 1), 0)
    ]
    return [each for each in cut if each != list(numbers)]


def _returns(view: View) -> str:
    """What the main process printed last."""
    return view.output("MainProcess").splitlines()[-1]


def _returned(view: View) -> Any:
    """What the main process printed last, as a value."""
    return literal_eval(_returns(view))


# --- payroll: the join that is missing ----------------------------------------------------------

PAYROLL_MAIN = """
import time
from multiprocessing import active_children

def add_up(number, salaries, sums):
    time.sleep(1)
    sums[number] = sum(salaries)

if __name__ == "__main__":
    print(payroll({departments!r}))
    for late in active_children():
        late.join()
"""


AT_ONCE_DONE = """
from multiprocessing import Process as RealProcess

class Process(RealProcess):
    def start(self):
        super().start()
        super().join()
"""


def departments_to_pay(departments: list[list[int]], quick: bool = False) -> Scenario:
    """The salaries of some departments, each added up by a process of its own.

    Quick clerks are done as soon as they begin: then it matters only how many there are.
    """
    sums = list(map(sum, departments))
    cut = [sum(each) for each in _cut_down(sums)]
    conditions = [
        AtEnd("number", lambda view: type(_returned(view)) in {int, float}),
        AtEnd("narrow", lambda view: _returned(view) not in cut),
        AtEnd("total", lambda view: bool(_returned(view) == sum(sums))),
    ]
    main = PAYROLL_MAIN.format(departments=departments)
    if quick:
        return Scenario(main=AT_ONCE_DONE + main, conditions=conditions)
    return Scenario(main=main, conditions=[*conditions, AtOnce(least=len(departments))])


PAYROLL = Interleaved(
    id=f"{LESSON}/payroll",
    name="payroll",
    # With one department alone, half of a join is a whole one; a sum of 0 is a sum, and a large one needs
    # room; of three, one in the middle can be forgotten; and sums has as many places as there are.
    examples=(
        ([[3], [4]],),
        ([[60_000], []],),
        ([[1], [2], [4]],),
        ([[1], [1], [1], [1]], True),
    ),
    scenario=departments_to_pay,
)


# --- ask: what a child found out is brought back ------------------------------------------------

ASK_MAIN = """
import time
from multiprocessing import active_children

SALARIES = {salaries!r}

def boss(letter):
    time.sleep(1)
    return SALARIES[letter]

if __name__ == "__main__":
    print(ask({letters!r}))
    for late in active_children():
        late.join()
"""


def _answered(
    letters: int, lowest_first: bool = False, alike: bool = False
) -> list[tuple[str, int]]:
    """So many letters, and what the boss says to each; where some are alike, nothing to the first."""
    salaries = sorted(SALARIES[:letters]) if lowest_first else list(SALARIES[:letters])
    if alike:
        salaries = [0, *[SALARIES[0]] * (letters - 1)]
    return list(zip(some_letters(letters, alike), salaries, strict=True))


def letters_to_answer(letters: int, lowest_first: bool = False, alike: bool = False) -> Scenario:
    """So many letters, each of which the boss answers with a salary."""
    answered = _answered(letters, lowest_first, alike)
    given, answers = [letter for letter, _ in answered], [salary for _, salary in answered]
    return Scenario(
        main=ASK_MAIN.format(salaries=dict(answered), letters=given),
        conditions=[
            AtEnd("list", lambda view: _returns(view).startswith("[")),
            AtEnd("numbers", _are_numbers),
            AtEnd("alike", lambda view: not alike or len(_returned(view)) == letters),
            AtEnd("narrow", lambda view: _returned(view) not in _cut_down(answers)),
            AtEnd("all-answers", lambda view: _same_numbers(view, answers)),
            AtEnd("in-order", lambda view: _returned(view) == answers),
            AtOnce(least=letters),
        ],
    )


def _are_numbers(view: View) -> bool:
    """Whether there are numbers in the list, and nothing else."""
    return all(type(each) in {int, float} for each in _returned(view))


def _same_numbers(view: View, answers: list[int]) -> bool:
    """Whether a list of these numbers was returned, in whatever order."""
    given = _returned(view)
    return isinstance(given, list) and sorted(given) == sorted(answers)


class _Ask(Interleaved):
    """One whose scene says what the letters are, and what the boss says to them."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, and the letters with their answers."""
        said = (f"{letter!r}: {salary}" for letter, salary in _answered(*arguments))
        return {**super().fields(arguments), "which": listed(said)}


ASK = _Ask(
    id=f"{LESSON}/ask",
    name="ask",
    # The last one has letters that are alike, and a boss who says 0.
    examples=((1,), (2,), (3, False, True)),
    scenario=letters_to_answer,
)
