"""Signs of well-known mistakes with queues, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs_queue as module
from autograder.explorer.conditions import AtEnd
from autograder.explorer.exploring import explore
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries

MAIN = """
from multiprocessing import Process, Queue
from queue import Empty, Full

def send(q, things):
    for thing in things:
        q.put(thing)

def home(q, child):
{work}

if __name__ == "__main__":
    box = Queue({size})
    child = Process(target=send, args=(box, {things}))
    child.start()
    print(home(box, child))
    child.join()
"""
GOT = AtEnd("got", lambda view: view.output() == "[1, 2]\n")


def found(work: str, things: str = "[1, 2]", size: int = 0) -> list[str]:
    """The signs in the story of one who is to bring home the list of what a child puts into a queue."""
    program = Program(MAIN.format(work=work, things=things, size=size or ""))
    return signs(explore(program, conditions=[GOT]), program)


EMPTY = """
    got = []
    while not q.empty():
        got.append(q.get())
    return got
"""
SIZE = """
    return [q.get() for _ in range(q.qsize())]
"""
FULL = """
    while not q.full():
        pass
    child.join()
    return [q.get(), q.get()]
"""
NOWAIT = """
    return [q.get_nowait(), q.get_nowait()]
"""
TIMEOUT = """
    got = []
    try:
        while True:
            got.append(q.get(timeout=9))
    except Empty:
        return got
"""
JOINS = """
    child.join()
    return [q.get(), q.get()]
"""
LOOKS = """
    while child.is_alive():
        pass
    return [q.get(), q.get()]
"""
ANOTHER = """
    q = Queue()
    return [q.get(), q.get()]
"""
CHANGES = """
    page = [1, 2]
    q = Queue()
    q.put(page)
    page.clear()
    return q.get()
"""
SLEEPERS = """
from multiprocessing import Process, Queue
from time import sleep

def send(q, thing):
    sleep(1)
    q.put(thing)

if __name__ == "__main__":
    box = Queue()
    both = [Process(target=send, args=(box, each)) for each in (1, 2)]
    for each in both:
        each.start()
    print([box.get(), box.get()])
"""
LONG = "['.' * 100_000]"


@pytest.mark.parametrize(
    ("work", "things", "size", "sign"),
    [
        (EMPTY, "[1, 2]", 0, "asks-empty"),
        (SIZE, "[1, 2]", 0, "asks-size"),
        (FULL, "[1, 2]", 3, "asks-full"),
        (NOWAIT, "[1, 2]", 0, "walked-away"),
        (TIMEOUT, "[1, 2]", 0, "walked-away"),
        (JOINS, LONG, 0, "join-before-drain"),
        (LOOKS, LONG, 0, "join-before-drain"),
        (ANOTHER, "[1, 2]", 0, "own-queues"),
        (CHANGES, "[]", 0, "changed-later"),
    ],
)
def test_each_mistake_shows_its_sign(work: str, things: str, size: int, sign: str) -> None:
    """The most telling sign comes first."""
    assert found(work, things, size)[:1] == [sign]


def test_who_takes_out_to_make_room_takes_what_is_anothers() -> None:
    """Asking first is not the mistake then."""
    text = """
from multiprocessing import Process, Queue

def stuff(q):
    for thing in (1, 2):
        if q.full():
            q.get()
        q.put(thing)

if __name__ == "__main__":
    box = Queue(1)
    child = Process(target=stuff, args=(box,))
    child.start()
    child.join()
    print([box.get()])
"""
    program = Program(text)
    report = explore(program, conditions=[AtEnd("first", lambda view: view.output() == "[1]\n")])
    assert signs(report, program)[:2] == ["room-made", "asks-full"]


def test_who_still_tries_has_not_given_up() -> None:
    """Going round and round is another mistake."""
    tries = """
    got = []
    while len(got) < 3:
        try:
            got.append(q.get(timeout=1))
        except Empty:
            pass
    return got
"""
    assert "walked-away" not in found(tries)


def test_a_queue_of_ones_own_beside_the_shared_one_is_no_sign() -> None:
    """Both are looked at: what is missing is missing for another reason."""
    assert "own-queues" not in found(
        "\n    own = Queue()\n    own.put(3)\n    return [own.get(), q.get()]\n"
    )


def test_only_what_arrived_changed_was_changed_later() -> None:
    """Changed after it has been got, or not at all, it is as it was put."""
    assert "changed-later" not in found("\n    got = [q.get()]\n    got.clear()\n    return got\n")


def test_the_room_in_a_queue_is_no_place_of_a_semaphore() -> None:
    """Who waits for room in a queue does not wait for a signal, and who takes things out gives no place back."""
    assert found("\n    child.join()\n    return q.get()\n", size=1) == []
    takes = "\n    own = Queue(1)\n    own.put(3)\n    return [own.get(), q.get()]\n"
    assert found(takes, size=1) == []


def test_who_talks_through_a_queue_need_not_wait_for_a_place() -> None:
    """That both sleep at the same time is no mistake of theirs."""
    program = Program(SLEEPERS)
    report = explore(program, conditions=[AtEnd("order", lambda view: view.output() == "[1, 2]\n")])
    assert signs(report, program) == []


def test_every_sign_has_a_general_sentence() -> None:
    """In both languages; so an exercise need not say it again."""
    assert module.signs.__doc__ is not None
    named = re.findall(r"``([a-z-]+)``", module.signs.__doc__)
    for language in LANGUAGES:
        assert set(named) <= entries("check.diagnoses", language).keys()
