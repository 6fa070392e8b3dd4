"""How many processes are at work at once.

Work is what a program sleeps for. Two sleeps can go on at the same time if neither must be over before
the other begins; the most that can is the largest set of sleeps none of which happens before another.
By Dilworth's theorem that is their number less the size of a largest matching of each with a later one.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.explorer.executions import Frame


def at_once(path: Sequence[Frame]) -> int:
    """The most sleeps that can go on at once in any interleaving equivalent to `path`."""
    sleeps = [frame for frame in path if frame.op.kind == "local.sleep"]
    later = [
        [
            other
            for other, after in enumerate(sleeps)
            if other != one and after.clock.get(frame.actor, 0) >= frame.clock[frame.actor]
        ]
        for one, frame in enumerate(sleeps)
    ]
    return len(sleeps) - _largest_matching(later)


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
