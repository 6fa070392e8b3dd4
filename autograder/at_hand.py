"""The subject that stays for the next check of the same answer, and the one that is started ahead of its check.

A test checks the open inputs and then, with the hidden ones, all of them. To start a process behind walls
takes longer than to try either; and while one test is judged, the process for the next may start.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from autograder.cells import Definitions
from autograder.exercise import Exercise
from autograder.host import Subject


class _AtHand:
    """At most one subject, the one that was wanted last."""

    def __init__(self) -> None:
        self._subject: Subject | None = None

    def subject_for(self, exercise: Exercise, definitions: Definitions) -> Subject:
        """It, if it is one of that answer and alive; else a new one in its place."""
        subject = self._subject
        if subject is None or not subject.serves(exercise, definitions):
            self.close()
            subject = self._subject = _come(exercise, definitions)
        return subject

    def close(self) -> None:
        """End it."""
        if self._subject is not None:
            self._subject.close()
            self._subject = None


_at_hand: _AtHand | None = None
AHEAD = 2
"""For the check that is under way, and for the next one."""
_coming: list[Subject] = []
"""Those started ahead, the first one first."""


@contextmanager
def at_hand() -> Iterator[None]:
    """While this lasts, one test cell at most, a subject stays for the next check.

    What an answer keeps between its calls, it keeps between those checks.

    Example::

        with at_hand():
            check("02-scheduling/fcfs")
            check("02-scheduling/fcfs", generated=50)
    """
    global _at_hand  # noqa: PLW0603 - a check knows nothing of the cell that it stands in
    before, _at_hand = _at_hand, _AtHand()
    try:
        yield
    finally:
        _at_hand.close()
        _at_hand = before


@contextmanager
def ahead() -> Iterator[None]:
    """While this lasts, processes may :func:`begin`; those that nobody asked for end with it.

    Example::

        with ahead():
            begin(next_exercise, definitions)
            check("02-scheduling/fcfs")
    """
    try:
        yield
    finally:
        while _coming:
            _coming.pop().close()


def begin(exercise: Exercise, definitions: Definitions) -> None:
    """Start the process for an answer that is checked soon; who was to be checked before the last one was not.

    Args:
        exercise: What will be called.
        definitions: The learner's definitions. Nothing of them is run before the first call.
    """
    while len(_coming) >= AHEAD:
        _coming.pop(0).close()
    subject = Subject(exercise, definitions)
    _coming.append(subject)
    subject.begin()


def _come(exercise: Exercise, definitions: Definitions) -> Subject:
    """The subject that was started ahead for that answer, or a new one."""
    found = next((each for each in _coming if each.serves(exercise, definitions)), None)
    if found is None:
        return Subject(exercise, definitions)
    _coming.remove(found)
    return found


@contextmanager
def subject_for(exercise: Exercise, definitions: Definitions) -> Iterator[Subject]:
    """The subject of an answer, for one check. It ends with the block, unless one is to be at hand.

    Args:
        exercise: What is called, and its limits.
        definitions: The learner's definitions.

    Example::

        with subject_for(exercise, definitions) as subject:
            outcome = subject.call((3,))
    """
    if _at_hand is not None:
        yield _at_hand.subject_for(exercise, definitions)
        return
    with Subject(exercise, definitions) as subject:
        yield subject
