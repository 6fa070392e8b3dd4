"""The answer key of lesson 03: changes of state, and how much faster several processes are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from autograder.answer_key import AnswerKey

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


def next_state(state: str, event: str) -> str | None:
    """The state after `event` in `state`; None if that cannot happen.

    Source: A. Silberschatz, P. B. Galvin, G. Gagne, "Operating System Concepts", chapter 3.

    >>> next_state("running", "wait"), next_state("blocked", "dispatch")
    ('blocked', None)
    """
    return CHANGES.get((state, event))


def _staying(state: str, event: str) -> str:
    """What cannot happen leaves the state as it is."""
    return CHANGES.get((state, event), state)


def _without_exit(state: str, event: str) -> str | None:
    return None if event == "exit" else next_state(state, event)


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


LEGAL = AnswerKey(
    next_state,
    {
        "event-alone": _by_event_alone,
        "stays": _staying,
        "no-way-out": _without_exit,
    },
)
SPEED_UP = AnswerKey(
    speed_ups,
    {
        "upside-down": lambda seconds: [
            (each / seconds[0], each / seconds[0] / count) for count, each in enumerate(seconds, 1)
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
            (seconds[0] / each, seconds[0] / each * count) for count, each in enumerate(seconds, 1)
        ],
        "all-processes": lambda seconds: [
            (seconds[0] / each, seconds[0] / each / len(seconds)) for each in seconds
        ],
        "only-speed-up": lambda seconds: [seconds[0] / each for each in seconds],
    },
)
AMDAHL = AnswerKey(
    bound,
    {
        "all-parallel": lambda _, processes: processes,
        "shares-swapped": lambda serial, processes: 1 / (1 - serial + serial / processes),
        "part-of-n": lambda serial, processes: serial + (1 - serial) * processes,
        "time-not-speed": lambda serial, processes: serial + (1 - serial) / processes,
        "limit-only": lambda serial, processes: 1 / serial if serial else processes,
    },
)
