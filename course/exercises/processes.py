"""Lesson 03: the states of a process, and how much faster several processes are.

The texts to every diagnosis stand in ``course/messages/<language>/03-processes.toml``.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain
from typing import Any

from autograder.exercise import Arguments, Exercise, Finding
from autograder.plain import same
from course.exercises.specimens import STATES

ANSWERS = "course.exercises.answers.processes"
PROCESS_STATES = ("ready", "running", "blocked", "ended")
PROCESS_EVENTS = ("dispatch", "time-up", "wait", "wake", "exit")
PSUTIL_WORDS = frozenset({"sleeping", "disk-sleep", "idle", "waiting", "tracing-stop"})
MOST_PROCESSES = 64
MOST_DECIMALS = 6


def judge_change(arguments: Arguments, answer: Any, expected: str | None) -> Finding:
    """What is wrong with the state said to follow: one wrong arrow at a time."""
    return Finding(_change_mistake(arguments, expected, answer), expected, {"said": answer})


def _change_mistake(arguments: Arguments, expected: str | None, answer: Any) -> str:
    state, event = arguments
    if answer not in PROCESS_STATES:
        return "no-state"
    if event == "exit" and answer == "ended":
        return "exits-early"
    mistakes = {
        ("blocked", "wake", "running"): "wakes-running",
        ("blocked", "dispatch", "running"): "blocked-dispatched",
        ("ready", "wait", "blocked"): "ready-waits",
        ("running", "time-up", "blocked"): "time-up-blocks",
    }
    return mistakes.get((state, event, answer), "leads-elsewhere" if expected else "no-arrow")


def judge_speed_ups(_: Arguments, answer: Any, expected: Sequence[tuple[float, float]]) -> Finding:
    """What is wrong with speed-ups and efficiencies: their form, their digits, or themselves."""
    if not _pairs(answer, len(expected)):
        return Finding("not-pairs", expected)
    numbers = zip(chain.from_iterable(answer), chain.from_iterable(expected), strict=True)
    rounded = all(_rounded(said, exact) for said, exact in numbers)
    return Finding("rounded" if rounded else "other-numbers", expected)


def _pairs(answer: Any, length: int) -> bool:
    """Whether it is a sequence of `length` pairs of numbers."""
    return (
        isinstance(answer, list | tuple)
        and len(answer) == length
        and all(
            isinstance(pair, list | tuple)
            and len(pair) == len(("speed-up", "efficiency"))
            and all(isinstance(number, int | float) for number in pair)
            for pair in answer
        )
    )


def _rounded(said: float, exact: float) -> bool:
    """Whether `said` is `exact` with some of its decimals left out.

    >>> _rounded(0.67, 2 / 3), _rounded(0.66, 2 / 3), _rounded(0.7, 2 / 3), _rounded(0.5, 2 / 3)
    (True, True, True, False)
    """
    return same(said, exact) or any(
        said == round(said, digits) and abs(said - exact) < 10**-digits
        for digits in range(MOST_DECIMALS + 1)
    )


def judge_state(arguments: Arguments, answer: Any) -> Finding | None:
    """What is wrong with the word said of a specimen, judged by the specimen alone."""
    expected = STATES[arguments[0]]
    if answer == expected:
        return None
    return Finding(_state_mistake(expected, answer), expected, {"said": answer})


def _state_mistake(expected: str, answer: Any) -> str:
    if answer is None:
        return "no-word"
    if answer == "NoSuchProcess":
        return "gone-raises"
    if answer in PSUTIL_WORDS:
        return "system-word"
    mistakes = {
        ("running", "blocked"): "busy-blocked",
        ("blocked", "running"): "alive-is-running",
        ("stopped", "running"): "alive-is-running",
        ("stopped", "blocked"): "stopped-blocked",
        ("zombie", "running"): "zombie-alive",
        ("zombie", "blocked"): "zombie-alive",
        ("zombie", "gone"): "zombie-gone",
        ("gone", "zombie"): "gone-zombie",
    }
    return mistakes.get((expected, answer), "another-state")


def _make_seconds(rng: random.Random, size: int) -> Arguments:
    first = rng.randint(10, 200) / 10
    others = [round(first / count + rng.randint(0, 40) / 10, 1) for count in range(2, size + 1)]
    return ([first, *others],)


def _valid_seconds(*arguments: Any) -> bool:
    match arguments:
        case [[_, *_] as seconds]:
            return all(isinstance(each, int | float) and each > 0 for each in seconds)
        case _:
            return False


def _make_bound(rng: random.Random, size: int) -> Arguments:
    return (rng.randint(0, 100) / 100, rng.randint(1, 6 * size))


def _valid_bound(*arguments: Any) -> bool:
    match arguments:
        case [int() | float() as serial, int() as processes]:
            return 0 <= serial <= 1 and 1 <= processes <= MOST_PROCESSES
        case _:
            return False


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        id="03-processes/legal",
        name="next_state",
        # All the questions there are, so that nothing is left to chance.
        examples=tuple((state, event) for state in PROCESS_STATES for event in PROCESS_EVENTS),
        judge=judge_change,
        answer_key=f"{ANSWERS}:LEGAL",
    ),
    Exercise(
        id="03-processes/state-of",
        name="state_of",
        examples=tuple((specimen,) for specimen in STATES),
        judge=judge_state,
        probe="course.exercises.specimens:state_probe",
        off_limits=("course.live:state_of", "course.live.states:state_of"),
        seconds=30.0,
    ),
    Exercise(
        id="03-processes/speed-up",
        name="speed_ups",
        examples=(([8.0],), ([8.0, 4.0],), ([8.0, 5.0],), ([6.0, 4.0, 3.0, 3.0],), ([2.0, 2.5],)),
        generate=_make_seconds,
        valid=_valid_seconds,
        judge=judge_speed_ups,
        answer_key=f"{ANSWERS}:SPEED_UP",
    ),
    Exercise(
        id="03-processes/amdahl",
        name="bound",
        examples=((0.0, 1), (0.0, 4), (1.0, 4), (0.5, 2), (0.1, 8)),
        generate=_make_bound,
        valid=_valid_bound,
        answer_key=f"{ANSWERS}:AMDAHL",
    ),
)
