"""The exercise of lesson 00: one trivial function, to see a check fail and then pass."""

from __future__ import annotations

import random

from autograder.exercise import Exercise


def some_people(rng: random.Random, size: int) -> tuple[int]:
    """A number of people, about as many as `size` allows."""
    return (rng.randrange(10**size),)


EXERCISES = (
    Exercise(
        id="00-start/double",
        name="double",
        # 2 + 2 == 2 * 2 == 2 ** 2, so the example that everybody tries first tells nothing.
        examples=((2,), (0,), (1,), (3,)),
        generate=some_people,
        valid=lambda people: type(people) is int and people >= 0,
        answer_key="course.exercises.answers.start:DOUBLE",
    ),
)
