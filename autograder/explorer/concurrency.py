"""How many processes are at work at once.

Work is what a program sleeps for. Two sleeps can go on at the same time if neither must be over before
the other begins; the most that can is the largest set of sleeps none of which happens before another.
By Dilworth's theorem that is their number less the size of a largest matching of each with a later one.
"""

from __future__ import annotations

from collections import Counter
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


def at_once(path: Sequence[Frame], known: int = 1) -> int:
    """The most sleeps that can go on at once in any interleaving equivalent to `path`.

    With no more than `known` sleeps in all, their number is answered, which may be too many.
    """
    places = _sleeps(path)
    if len(places) <= known:
        return len(places)
    later = _later(path, places, _clocks(path))
    return len(places) - len(_largest_matching(later))


def together(path: Sequence[Frame]) -> tuple[Actor, ...]:
    """A schedule equivalent to `path` in which the most sleeps that can go on at once stand side by side.

    What must be over before any of them comes first, everything else after them, in the order of `path`.
    """
    places, clocks = _sleeps(path), _clocks(path)
    chosen = [places[one] for one in _largest_antichain(_later(path, places, clocks))]
    needed: Clock = {}
    for place in chosen:
        for actor, count in clocks[place].items():
            needed[actor] = max(needed.get(actor, 0), count)
    before: list[Actor] = []
    after: list[Actor] = []
    steps = Counter[Actor]()
    for place, frame in enumerate(path):
        steps[frame.actor] += 1
        if place not in chosen:
            early = steps[frame.actor] <= needed.get(frame.actor, 0)
            (before if early else after).append(frame.actor)
    return (*before, *(path[place].actor for place in chosen), *after)


def _sleeps(path: Sequence[Frame]) -> list[int]:
    return [place for place, frame in enumerate(path) if frame.op.kind == "local.sleep"]


def _later(path: Sequence[Frame], places: list[int], clocks: list[Clock]) -> list[list[int]]:
    """Of each of the sleeps at `places`, which of them cannot begin before it is over."""
    return [
        [
            other
            for other, after in enumerate(places)
            if other != one
            and clocks[after].get(path[place].actor, 0) >= clocks[place][path[place].actor]
        ]
        for one, place in enumerate(places)
    ]


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


def _largest_antichain(later: list[list[int]]) -> list[int]:
    """A largest set none of which is later than another.

    Source: Kőnig (1931): whatever alternating paths from the unmatched reach on one side, and do not
    reach on the other, is in no smallest cover.
    """
    taken = _largest_matching(later)
    left = set(range(len(later))) - set(taken.values())
    right: set[int] = set()
    new = list(left)
    while new:
        for other in later[new.pop()]:
            if other not in right:
                right.add(other)
                if taken[other] not in left:
                    left.add(taken[other])
                    new.append(taken[other])
    return [one for one in range(len(later)) if one in left and one not in right]


def _largest_matching(later: list[list[int]]) -> dict[int, int]:
    """A largest set of pairs in which nobody stands twice on one side: the second to the first."""
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for other in later[one]:
            if other not in seen:
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    for one in range(len(later)):
        place(one, set())
    return taken
