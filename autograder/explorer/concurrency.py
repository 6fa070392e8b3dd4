"""How many processes are at work at once.

Work is what a program sleeps for. Two sleeps can go on at the same time if neither must be over before
the other begins; the most that can is the largest set of sleeps none of which happens before another.
By Dilworth's theorem that is their number less the size of a largest matching of each with a later one.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.explorer.executions import Clock, Frame
from autograder.explorer.operations import Actor

ENABLES = {
    "rlock.release": ("rlock.acquire", "rlock.pass"),
    "lock.release": ("lock.pass",),
    "job.finish": ("job.wait",),
    "barrier.enter": ("barrier.pass", "barrier.release"),
    "barrier.release": ("barrier.pass", "barrier.enter"),
}
"""What must be over before others can begin, although the search need not try it the other way round."""


def at_once(path: Sequence[Frame]) -> int:
    """The most sleeps that can go on at once in any interleaving equivalent to `path`."""
    places = [place for place, frame in enumerate(path) if frame.op.kind == "local.sleep"]
    if len(places) < 2:
        return len(places)
    clocks = _clocks(path)
    sleeps = [(path[place].actor, clocks[place]) for place in places]
    later = [
        [
            other
            for other, (_, after) in enumerate(sleeps)
            if other != one and after.get(actor, 0) >= clock[actor]
        ]
        for one, (actor, clock) in enumerate(sleeps)
    ]
    return len(sleeps) - _largest_matching(later)


def _clocks(path: Sequence[Frame]) -> list[Clock]:
    """What each step of `path` happens after, what made it possible included."""
    found: list[Clock] = []
    steps: dict[Actor, list[Clock]] = {}
    enabling: dict[tuple[str, str], list[Clock]] = {}
    for frame in path:
        clock = dict(frame.clock)
        own = steps.setdefault(frame.actor, [])
        known = [steps[actor][count - 1] for actor, count in frame.clock.items()
                 if actor != frame.actor] + own[-1:]  # fmt: skip
        for name, kind, _ in frame.accesses:
            known += enabling.get((name, kind), ())
        for each in known:
            for actor, count in each.items():
                clock[actor] = max(clock.get(actor, 0), count)
        own.append(clock)
        found.append(clock)
        for name, kind, _ in frame.accesses:
            for enabled in ENABLES.get(kind, ()):
                enabling.setdefault((name, enabled), []).append(clock)
    return found


def _largest_matching(later: list[list[int]]) -> int:
    """The size of a largest set of pairs in which nobody stands twice on one side."""
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for other in later[one]:
            if other not in seen:
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(later)))
