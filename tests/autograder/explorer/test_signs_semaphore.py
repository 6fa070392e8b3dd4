"""Signs of mistakes with semaphores, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs_semaphore as module
from autograder.explorer.causes import circle
from autograder.explorer.conditions import AtEnd, AtOnce
from autograder.explorer.exploring import explore
from autograder.explorer.reports import Report
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries

MAIN = """
from multiprocessing import BoundedSemaphore, Lock, Process, Semaphore, Value
from time import sleep

def work(number, rooms, coming, going, inside):
{work}

if __name__ == "__main__":
    rooms, coming, going = Semaphore(1), Semaphore(0), Semaphore(0)
    shared = (rooms, coming, going, Value("i", 0))
    both = [Process(target=work, args=(number, *shared)) for number in (1, 2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
"""
ONE = AtOnce(most=1)
FREE = AtEnd("free", lambda view: view.value("rooms") == 1)


def explored(work: str, *conditions: AtEnd | AtOnce) -> tuple[Report, Program]:
    """What comes of two who share one room; the lines are those of their work."""
    lines = "\n".join(f"    {line}" for line in work.strip().splitlines())
    program = Program(MAIN.format(work=lines))
    return explore(program, Settings(measure=True), conditions or [ONE, FREE]), program


def found(work: str, *conditions: AtEnd | AtOnce) -> list[str]:
    """The signs of semaphores in what comes of it."""
    report, _ = explored(work, *conditions)
    return [] if report.story is None else list(module.signs(report.story))


RIGHT = """
with rooms:
    sleep(1)
"""
WENT_IN = """
got = rooms.acquire(block=False)
sleep(1)
if got:
    rooms.release()
"""
SURPLUS = """
with rooms:
    sleep(1)
    rooms.release()
"""
SURPLUS_AFTER_REFUSAL = """
try:
    if rooms.acquire(block=False):
        sleep(1)
finally:
    rooms.release()
"""
GIVEN_FIRST = """
rooms.release()
sleep(1)
rooms.acquire()
"""
OUTSIDE = """
with rooms:
    pass
sleep(1)
"""
OWN = """
rooms = Semaphore(1)
with rooms:
    sleep(1)
"""
OWN_BOUNDED = """
with BoundedSemaphore(1):
    sleep(1)
"""
OWN_SIGNALS = """
if number == 1:
    coming, going = Semaphore(0), Semaphore(0)
    coming.release()
    going.acquire()
else:
    coming.acquire()
    going.release()
"""
OWN_GATE = """
if number == 1:
    coming = Semaphore(0)
    coming.acquire()
else:
    coming.release()
"""
BOTH_WAIT = """
first, second = (coming, going) if number == 1 else (going, coming)
first.acquire()
second.release()
"""
NEVER_GIVEN = """
if number == 1:
    coming.acquire()
"""
COUNTED = """
while inside.value:
    pass
inside.value += 1
sleep(1)
inside.value -= 1
"""
UNGUARDED = """
sleep(1)
"""


@pytest.mark.parametrize(
    ("work", "first"),
    [
        (WENT_IN, "went-in"),
        (SURPLUS, "surplus"),
        (SURPLUS_AFTER_REFUSAL, "surplus"),
        (GIVEN_FIRST, "given-first"),
        (OUTSIDE, "outside"),
        (OWN, "own-semaphores"),
        (OWN_BOUNDED, "own-semaphores"),
        (OWN_SIGNALS, "own-semaphores"),
        (OWN_GATE, "own-semaphores"),
        (BOTH_WAIT, "both-wait"),
        (NEVER_GIVEN, "never-given"),
        (COUNTED, "counted"),
        (UNGUARDED, "unguarded"),
    ],
)
def test_what_a_teacher_would_see(work: str, first: str) -> None:
    """The first sign is the mistake."""
    assert found(work)[0] == first


def test_who_takes_works_and_gives_back_shows_none() -> None:
    """Nor is there one of semaphores where something else goes wrong."""
    assert found(RIGHT) == []
    assert found(RIGHT, AtOnce(least=2)) == []


def test_they_come_before_what_is_seen_of_them_at_the_end() -> None:
    """Why there were too many is more telling than that there were."""
    seen = signs(*explored(GIVEN_FIRST))
    assert seen.index("given-first") < seen.index("too-many")


def test_a_lock_is_a_guard_too() -> None:
    """Of who takes one it is not said that nobody waits for anything."""
    locked = "with Lock():\n    sleep(1)"
    assert "unguarded" not in found(locked)


def test_a_signal_that_only_one_has_to_do_with_is_nobodys_own() -> None:
    """It was made for all; that nobody has asked for it yet is no mistake."""
    assert found("rooms.release()" + BOTH_WAIT)[0] == "both-wait"


def test_who_asks_again_and_again_does_not_wait_for_himself() -> None:
    """Who has the room and asks for another one in a loop spins; it is no circle of locks."""
    work = """
rooms.acquire()
while not rooms.acquire(block=False):
    pass
"""
    report, program = explored(work)
    assert report.story is not None
    assert any(wait.spins for wait in report.story.waits)
    assert circle(report.story) == []
    assert "taken-twice" not in signs(report, program)


def test_every_sign_has_a_general_sentence() -> None:
    """In both languages; so an exercise need not say it again."""
    assert module.signs.__doc__ is not None
    named = re.findall(r"``([a-z-]+)``", module.signs.__doc__)
    assert named
    for language in LANGUAGES:
        assert set(named) <= entries("check.diagnoses", language).keys()
