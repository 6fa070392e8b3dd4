"""One process answers many requests, and none of them shows in the next."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import psutil
import pytest

from autograder.explorer import rooms
from autograder.explorer.outside import explore
from autograder.explorer.reports import Verdict
from autograder.explorer.rooms import Room, at_hand, give_back, taken

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there, each has its own")

GUARDED = """
from multiprocessing import Process, Lock, Value

def add(count, lock):
    with lock:
        count.value += 1

if __name__ == "__main__":
    count, lock = Value("i", 0, lock=False), Lock()
    workers = [Process(target=add, args=(count, lock)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert count.value == 2
"""
RACY = GUARDED.replace("    with lock:\n        count.value", "    count.value")
ENDLESS = "while True:\n    'x' * 10**9 in 'y'\n"


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """No process stays when nobody is going to ask."""
    before = set(psutil.Process().children(recursive=True))
    yield
    assert set(psutil.Process().children(recursive=True)) <= before


def test_the_same_process_answers_again() -> None:
    """As long as somebody wants it at hand, however the answers come out."""
    with at_hand():
        found = [explore(each, witnessed=True) for each in (GUARDED, RACY, GUARDED)]
        (first, second) = taken(), taken()
        assert first.alive
        assert second is not first  # the one that was kept, and a new one
        give_back(first)
        assert taken() is first
        give_back(first)
        give_back(second)
    assert [each.verdict for each in found] == [Verdict.HOLDS, Verdict.BROKEN, Verdict.HOLDS]
    assert found[0].executions == found[2].executions
    assert not first.alive


def test_what_is_found_does_not_depend_on_what_was_asked_before() -> None:
    """Not even the words of the story."""
    alone = explore(RACY, witnessed=True)
    with at_hand():
        explore(GUARDED, witnessed=True)
        after = explore(RACY, witnessed=True)
    assert after.transcript == alone.transcript
    assert after.schedule == alone.schedule


def test_who_has_to_be_killed_is_replaced() -> None:
    """An endless program costs the next one nothing."""
    with at_hand():
        assert explore(ENDLESS, witnessed=True, max_seconds=0.5).verdict is Verdict.INCONCLUSIVE
        assert explore(GUARDED, witnessed=True).verdict is Verdict.HOLDS


def test_who_died_meanwhile_is_replaced() -> None:
    """Nobody is asked who cannot answer."""
    with at_hand():
        explore(GUARDED, witnessed=True)
        room = taken()
        warden = psutil.Process(room._process.pid)
        for process in (warden, *warden.children(recursive=True)):
            process.send_signal(signal.SIGKILL)
        room.end()
        give_back(room)
        assert explore(GUARDED, witnessed=True).verdict is Verdict.HOLDS


def test_without_anybody_who_asks_again_none_is_kept() -> None:
    """A room that is given back is closed."""
    room = Room()
    give_back(room)
    assert not room.alive


def test_a_child_of_who_stays_leaves_the_room_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fork of a kernel that ends as programs do has inherited the room, and it is not its own."""
    registered: list[tuple[int]] = []
    monkeypatch.setattr(rooms.atexit, "register", lambda _leave, *to: registered.append(to))
    rooms.stay()
    room = taken()
    give_back(room)
    parent = os.getpid()
    with monkeypatch.context() as child:
        child.setattr(os, "getpid", lambda: parent + 1)
        rooms._leave_in(*registered[0])
    assert room.alive
    rooms._leave_in(*registered[0])
    assert not room.alive
