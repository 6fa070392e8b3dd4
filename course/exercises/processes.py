"""Lesson 03: the states of a process, and how much faster several processes are.

The texts to every diagnosis stand in ``course/messages/<language>/03-processes.toml``.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from autograder.exercise import Arguments, Exercise, Finding
from course.exercises.specimens import STATES

# The changes of state that there are: (from, event) to the next state.
CHANGES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("ready", "dispatch"): "running",
        ("running", "time-up"): "ready",
        ("running", "wait"): "blocked",
        ("blocked", "wake"): "ready",
        ("running", "exit"): "ended",
    }
)
PROCESS_STATES = ("ready", "running", "blocked", "ended")
PROCESS_EVENTS = ("dispatch", "time-up", "wait", "wake", "exit")
PSUTIL_WORDS = frozenset({"sleeping", "disk-sleep", "idle", "waiting", "tracing-stop"})
MOST_PROCESSES = 64


def next_state(state: str, event: str) -> str | None:
    """The state after `event` in `state`; None if that cannot happen.

    Source: A. Silberschatz, P. B. Galvin, G. Gagne, "Operating System Concepts", chapter 3.

    >>> next_state("running", "wait"), next_state("blocked", "dispatch")
    ('blocked', None)
    """
    return CHANGES.get((state, event))


def _model(
    *, change: Mapping[tuple[str, str], str | None] | None = None, stay: bool = False
) -> Any:
    """A wrong model: other answers for some pairs; with `stay`, what cannot happen changes none."""

    def answer(state: str, event: str) -> str | None:
        pair = (state, event)
        if change and pair in change:
            return change[pair]
        return CHANGES.get(pair, state if stay else None)

    return answer


def _by_event_alone(_: str, event: str) -> str | None:
    return {to: new for (_, to), new in CHANGES.items()}.get(event)


def speed_ups(seconds: Sequence[float]) -> list[tuple[float, float]]:
    """Speed-up and efficiency for each number of processes.

    Args:
        seconds: How long the work took with 1 process, with 2, and so on.

    >>> speed_ups([8.0, 5.0])
    [(1.0, 1.0), (1.6, 0.8)]
    """
    return [(seconds[0] / each, seconds[0] / each / count) for count, each in enumerate(seconds, 1)]


def bound(serial: float, processes: int) -> float:
    """The most that `processes` processes can speed up work of which `serial` stays serial.

    Source: G. M. Amdahl, "Validity of the single processor approach to achieving large scale
    computing capabilities" (1967).

    >>> bound(0.5, 2)
    1.3333333333333333
    """
    return 1 / (serial + (1 - serial) / processes)


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
        reference=next_state,
        misconceptions={
            "event-alone": _by_event_alone,
            "stays": _model(stay=True),
            "wakes-running": _model(change={("blocked", "wake"): "running"}),
            "blocked-dispatched": _model(change={("blocked", "dispatch"): "running"}),
            "ready-waits": _model(change={("ready", "wait"): "blocked"}),
            "time-up-blocks": _model(change={("running", "time-up"): "blocked"}),
            "no-way-out": _model(change={("running", "exit"): None}),
        },
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
        reference=speed_ups,
        misconceptions={
            "upside-down": lambda seconds: [
                (each / seconds[0], each / seconds[0] / count)
                for count, each in enumerate(seconds, 1)
            ],
            "no-count": lambda seconds: [(seconds[0] / each,) * 2 for each in seconds],
            "against-previous": lambda seconds: [
                (before / each, before / each / count)
                for count, (before, each) in enumerate(
                    zip([seconds[0], *seconds], seconds, strict=False), 1
                )
            ],
            "difference": lambda seconds: [
                (seconds[0] - each, (seconds[0] - each) / count)
                for count, each in enumerate(seconds, 1)
            ],
            "times-count": lambda seconds: [
                (seconds[0] / each, seconds[0] / each * count)
                for count, each in enumerate(seconds, 1)
            ],
            "all-processes": lambda seconds: [
                (seconds[0] / each, seconds[0] / each / len(seconds)) for each in seconds
            ],
            "only-speed-up": lambda seconds: [seconds[0] / each for each in seconds],
        },
    ),
    Exercise(
        id="03-processes/amdahl",
        name="bound",
        examples=((0.0, 1), (0.0, 4), (1.0, 4), (0.5, 2), (0.1, 8)),
        generate=_make_bound,
        valid=_valid_bound,
        reference=bound,
        misconceptions={
            "all-parallel": lambda _, processes: processes,
            "shares-swapped": lambda serial, processes: 1 / (1 - serial + serial / processes),
            "part-of-n": lambda serial, processes: serial + (1 - serial) * processes,
            "time-not-speed": lambda serial, processes: serial + (1 - serial) / processes,
            "limit-only": lambda serial, processes: 1 / serial if serial else processes,
        },
    ),
)
