"""A handful of programs, run for real a few times: nothing is seen that was not explored.

``python -m tests.against_reality`` does this with all of them, a hundred times each.
"""

from __future__ import annotations

import os
import select
from pathlib import Path

import pytest

from tests.against_reality import Outcome, Seen, explored, real
from tests.programs import HERE, Known

HANDFUL = [
    "classic/increment_lost",
    "classic/semaphore_released_too_often",
    "classic/results_in_order_of_completion",
    "classic/exception_in_a_child",
    "notes/daemon_dies_with_main",
    "notes/joinable_right",
]


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "fork"])
@pytest.mark.parametrize("name", HANDFUL)
def test_what_is_seen_was_explored(name: str, method: str) -> None:
    """Every outcome of some real runs is among the explored ones."""
    known = Known(HERE / f"{name}.py")
    possible = explored(known, method)
    assert {real(known, method) for _ in range(5)} <= possible


def test_a_lost_increment_has_two_outcomes() -> None:
    """Both that it is lost, which the assertion at the end notices, and that it is not."""
    assert explored(Known(HERE / "classic" / "increment_lost.py"), "spawn") == {
        Outcome(0, (), ()),
        Outcome(1, (), ("AssertionError",)),
    }


@pytest.mark.slow
def test_a_run_that_never_ends_is_noticed() -> None:
    """It is killed, and its outcome says so."""
    known = Known(HERE / "classic" / "lock_taken_twice.py")
    assert real(known, "fork", patience=1.0) == Outcome(None, (), ())


def test_what_was_seen_is_kept_and_added_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that has not changed is only run as often as it has not been run yet."""
    runs = []
    monkeypatch.setattr(
        "tests.against_reality.real",
        lambda known, _method: runs.append(known.name) or Outcome(None, ("a",), ("E",)),
    )
    known, file = Known(HERE / "classic" / "increment_lost.py"), tmp_path / "seen.jsonl"
    for times, left in ((2, 2), (2, 0), (5, 3)):
        runs.clear()
        seen = Seen(file, times, 1).of(known, "spawn")
        assert (len(runs), seen) == (left, {Outcome(None, ("a",), ("E",)): times})
    assert len(Seen(file, 1, 1).of(known, "fork")) == 1


LEAVES_A_CHILD = """
import os
from multiprocessing import Event, Process

def stay(ready):
    held = open({pipe!r}, "w")
    ready.set()
    Event().wait()

if __name__ == "__main__":
    ready = Event()
    Process(target=stay, args=(ready,)).start()
    ready.wait()
    os._exit(0)
"""


def test_a_run_leaves_nobody_behind(tmp_path: Path) -> None:
    """A child whose parent left by ``os._exit`` is killed, and so the pipe that it held is closed."""
    pipe, program = tmp_path / "pipe", tmp_path / "program.py"
    os.mkfifo(pipe)
    program.write_text(LEAVES_A_CHILD.format(pipe=str(pipe)), encoding="utf-8")
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert real(Known(program), "fork") == Outcome(0, (), ())
        assert select.select([end], [], [], 30)[0] == [end]
    finally:
        os.close(end)
