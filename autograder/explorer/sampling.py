"""What can still be done when there is too much to try everything: well-chosen samples.

PCT, after Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with Probabilistic
Guarantees of Finding Bugs" (ASPLOS 2010): each process gets a random priority, the highest that can
move does, and at a few random steps the one that moves falls to the lowest. A bug that needs `d`
such changes among `k` steps of `n` processes shows in a sample with a probability of at least
1 / (n k^(d-1)).
"""

from __future__ import annotations

import random

from autograder.explorer.machine import Machine
from autograder.explorer.operations import Actor

CHANGES = 3


def sample(machine: Machine, chance: random.Random, length: int) -> tuple[Actor, ...]:
    """Run `machine` to its end along a random schedule; the schedule.

    Args:
        machine: A fresh execution.
        chance: Where the randomness comes from.
        length: About how many steps an execution has.
    """
    priority: dict[Actor, float] = {}
    changes = set(chance.sample(range(max(length, CHANGES + 1)), CHANGES))
    schedule: list[Actor] = []
    while able := machine.enabled():
        for actor in able:
            if actor not in priority:
                priority[actor] = 1 + chance.random()
        actor = max(able, key=lambda each: (priority[each], each))
        if len(schedule) in changes:
            priority[actor] = -len(schedule) - chance.random()
            actor = max(able, key=lambda each: (priority[each], each))
        machine.step(actor)
        schedule.append(actor)
        if machine.failures:
            break
    return tuple(schedule)
