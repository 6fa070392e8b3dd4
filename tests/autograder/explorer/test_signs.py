"""Signs of well-known mistakes, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs as module
from autograder.explorer.conditions import AtEnd, AtOnce
from autograder.explorer.exploring import explore
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries

MAIN = """
import json, os, time
from multiprocessing import Lock, Process, Semaphore

def look(path="stock"):
    with open(path) as file:
        return json.load(file)

def put(count, path="stock"):
    with open(path, "w") as file:
        json.dump(count, file)

{work}

if __name__ == "__main__":
    lock, other, rooms = Lock(), Lock(), Semaphore(2)
    both = [Process(target=work, args=(number, lock, other, rooms)) for number in (1, 2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
"""
COUNTED = AtEnd("counted", lambda view: view.file("stock") == b"2")


def found(work: str, *conditions: AtEnd | AtOnce) -> list[str]:
    """The signs in the story of two who each are to add one to the stock, which is 0."""
    program = Program(
        MAIN.format(work="def work(number, lock, other, rooms):" + work), files={"stock": b"0"}
    )
    report = explore(program, Settings(measure=True), conditions or [COUNTED])
    return signs(report, program)


NO_LOCK = """
    put(look() + 1)
"""
LOCKED = """
    with lock:
        put(look() + 1)
"""
SLEEPS = """
    time.sleep(number)
    put(look() + 1)
"""
REREAD = """
    seen = look()
    if look() == seen:
        put(seen + 1)
"""
LOOK_OUTSIDE = """
    seen = look()
    with lock:
        put(seen + 1)
"""
CHANGE_OUTSIDE = """
    with lock:
        seen = look()
    put(seen + 1)
"""
TWO_HOLDS = """
    with lock:
        seen = look()
    with lock:
        put(seen + 1)
"""
OWN_LOCKS = """
    lock = Lock()
    with lock:
        put(look() + 1)
"""
NAMELESS_LOCKS = """
    with Lock():
        put(look() + 1)
"""
OTHER_LOCK = """
    with (lock, other)[number - 1]:
        put(look() + 1)
"""
FLAG = """
    while os.path.exists("busy"):
        time.sleep(0.1)
    put(1, "busy")
    put(look() + 1)
    os.remove("busy")
"""
WENT_ON = """
    lock.acquire(timeout=1)
    put(look() + 1)
    lock.release()
"""
WRITTEN_LATE = """
    with lock:
        seen = look()
        file = open("stock", "w")
        json.dump(seen + 1, file)
    file.close()
"""
SWALLOWED = """
    try:
        seen = look()
    except ValueError:
        seen = 0
    with lock:
        put(look() + 1)
    if number == 2:
        put(seen, "copy")
"""
HALF_WRITTEN = """
    look()
    with lock:
        put(look() + 1)
"""
LOCK_KEPT = """
    lock.acquire()
    put(look() + 1)
"""
TAKEN_TWICE = """
    with lock:
        with lock:
            put(look() + 1)
"""
OPPOSITE = """
    first, second = (lock, other) if number == 1 else (other, lock)
    with first, second:
        put(look() + 1)
"""
BACKS_OFF = """
    first, second = (lock, other) if number == 1 else (other, lock)
    while True:
        first.acquire()
        if second.acquire(block=False):
            break
        first.release()
    put(look() + 1)
    second.release()
    first.release()
"""


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (NO_LOCK, ["no-lock", "half-written"]),
        (SLEEPS, ["sleeps", "no-lock", "half-written"]),
        (REREAD, ["reread", "no-lock", "half-written"]),
        (LOOK_OUTSIDE, ["look-outside", "half-written"]),
        (CHANGE_OUTSIDE, ["change-outside", "half-written"]),
        (TWO_HOLDS, ["two-holds"]),
        (OWN_LOCKS, ["own-locks", "other-lock", "half-written"]),
        (NAMELESS_LOCKS, ["own-locks", "other-lock", "half-written"]),
        (OTHER_LOCK, ["other-lock", "half-written"]),
        (WENT_ON, ["went-on", "change-outside", "look-outside"]),
        (WRITTEN_LATE, ["written-late", "half-written"]),
        (HALF_WRITTEN, ["look-outside", "half-written"]),
        (LOCK_KEPT, ["lock-kept"]),
        (TAKEN_TWICE, ["taken-twice"]),
        (OPPOSITE, ["opposite-order"]),
        (LOCKED, []),
    ],
)
def test_what_a_teacher_would_see(work: str, expected: list[str]) -> None:
    """The first sign is the mistake; what follows from it comes behind."""
    assert found(work) == expected


def test_a_method_that_is_only_named_is_not_called() -> None:
    """That tells more than that nobody took the lock; what is handed on or asked for is another matter."""
    assert found("\n    lock.acquire\n    put(look() + 1)\n    lock.release\n")[0] == "not-called"
    assert "not-called" not in found("\n    take = lock.acquire\n    put(look() + 1)\n    take\n")


def test_a_flag_of_ones_own_is_no_lock() -> None:
    """It is seen to be down by both before either has raised it."""
    assert found(FLAG)[0] == "flag"


def test_an_error_that_is_swallowed_is_seen() -> None:
    """Nobody fails, and what was made up is found in the end."""
    made_up = AtEnd("made up", lambda view: view.file("copy") != b"0" or view.file("stock") != b"2")
    assert found(SWALLOWED, made_up)[0] in ("swallowed", "look-outside")


def test_who_lets_go_and_tries_again_holds_nobody_up() -> None:
    """Of a livelock no sign says that somebody waits for a lock of their own."""
    assert found(BACKS_OFF) == []


def test_too_few_and_too_many_at_once() -> None:
    """What is slow under the lock keeps others out; a semaphore of two lets in two."""
    slow = "\n    with lock:\n        time.sleep(1)\n"
    assert found(slow, AtOnce(least=2)) == ["too-few"]
    assert found("\n    with rooms:\n        time.sleep(1)\n", AtOnce(most=1))[0] == "too-many"


STARTED = """
from multiprocessing import Event, Lock, Pool, Process, Queue

def work(*args):
    pass

if __name__ == "__main__":
    box, door, number = Queue(), Event(), 3
    child = Process(target=work)
    child.start()
    {rest}
    child.join()
"""


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Process(work, (1,))", ["unnamed-target"]),
        ("child.daemon = True", ["daemon-late"]),
        ("Pool(1).apply(work, (Lock(),))", ["by-inheritance"]),
        ("Process(target=work, args=(door))", ["no-comma", "wrong-arguments"]),
        ("with Lock().acquire():\n        pass", ["with-acquire"]),
        ("Process(target=work, args=door)", []),
        ("[*number]", []),
        ("box.close(); box.get()", ["closed-queue"]),
        ("print(1 + child.exitcode)", ["asked-once", "not-joined"]),
        ("print(box.get_nowait())", ["walked-away", "did-not-wait", "not-joined"]),
    ],
)
def test_what_the_main_process_fails_of(rest: str, expected: list[str]) -> None:
    """It came too early only if it had asked for something that a child was still to bring."""
    program = Program(STARTED.format(rest=rest))
    report = explore(program)
    assert report.kind in ("assertion", "exception")
    assert [each for each in signs(report, program) if each != "nothing-shared"] == expected


POLLED = """
from multiprocessing import Array, Process

def work(number, sums):
    sums[number] = 0

if __name__ == "__main__":
    sums = Array("i", 1)
    Process(target=work, args=(0, sums)).start()
    while 0 in sums[:]:
        pass
"""
UNWRITTEN = """
import time
from multiprocessing import Process, Value

def work(answer):
    time.sleep(1)
    answer = 1

if __name__ == "__main__":
    answer = Value("i", 0)
    child = Process(target=work, args=(answer,))
    child.start()
    child.join()
    print(answer.value)
"""


def test_who_never_ends_may_work() -> None:
    """What is wrong is that it goes on, and not who does it."""
    text = MAIN.format(work="def work(*_):\n    pass")
    program = Program(text + "    while True:\n        time.sleep(1)\n")
    assert "main-works" not in signs(explore(program, Settings()), program)


def test_who_asks_for_ever_is_not_too_early() -> None:
    """Of a livelock no sign says that it could have waited a little longer."""
    program = Program(POLLED)
    report = explore(program)
    assert report.kind == "livelock"
    assert "not-joined" not in signs(report, program)


def test_what_was_made_for_all_and_not_written() -> None:
    """A name was given another meaning, and the Value stayed as it was."""
    program = Program(UNWRITTEN)
    report = explore(program, conditions=[AtEnd("told", lambda view: view.output() == "1\n")])
    assert signs(report, program)[:2] == ["unwritten", "nothing-shared"]


def test_without_a_story_there_are_no_signs() -> None:
    """What holds shows none."""
    program = Program("print(1)")
    assert signs(explore(program), program) == []


def test_every_sign_has_a_general_sentence() -> None:
    """In both languages; so an exercise need not say it again."""
    assert module.signs.__doc__ is not None
    named = re.findall(r"``([a-z-]+)``", module.signs.__doc__)
    for language in LANGUAGES:
        assert set(named) <= entries("check.diagnoses", language).keys()
