"""The stage of lesson 05: what is seen of processes, and that nobody outlives a household."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections import Counter
from multiprocessing import get_context

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder import messages
from course.exercises.lifecycle_fate import is_table, some_table
from course.exercises.noticing import WatchedFlag, WatchedLock, noticing
from course.lifecycle import Sight, census, household, look, name_of, until
from course.timeline import record

# It ends when its standard input does: no test waits for a clock.
PATIENT = "import sys; sys.stdin.read()"
# A parent that starts such a child, says its number and waits as well.
PARENT = f"""
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", {PATIENT!r}], stdin=subprocess.PIPE)
print(child.pid, flush=True)
sys.stdin.read()
"""
# The same, but the parent says it and ends: its child is an orphan.
ORPHANING = """
import os, subprocess, sys
sleeper = [sys.executable, "-c", "import time; time.sleep(600)"]
child = subprocess.Popen(sleeper, stdout=subprocess.DEVNULL)
print(child.pid, flush=True)
os._exit(0)
"""

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has neither zombies nor adoption")


def start(program: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


def close(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=30)


def test_look_sees_a_living_process_and_its_parent() -> None:
    """A process that waits is alive, has memory, and is its parent's child."""
    process = start(PATIENT)
    sight = look(process.pid)
    close(process)
    assert (sight.pid, sight.ppid) == (process.pid, os.getpid())
    assert not sight.ended
    assert sight.memory > 0


@posix
def test_look_sees_a_zombie_without_memory_or_cpu() -> None:
    """What ended and was not waited for is a zombie that uses nothing."""
    process = start("")
    assert until(lambda: look(process.pid).ended)
    sight = look(process.pid, seconds=0.01)
    close(process)
    assert sight == Sight(process.pid, os.getpid(), "zombie", 0, 0.0)


def test_look_says_gone_of_who_was_waited_for() -> None:
    """After the wait, the table has no row any more."""
    process = start("")
    close(process)
    assert look(process.pid) == Sight(process.pid, 0, "gone", 0, 0.0)


def test_until_returns_the_last_answer_when_time_is_up() -> None:
    """Waiting for what never comes ends, with the answer that was not true."""
    assert until(list, seconds=0) == []


def test_household_ends_children_and_grandchildren() -> None:
    """Whoever was started inside has ended, also the child of a child."""
    with household():
        parent = start(PARENT)
        grandchild = said(parent)
        assert not look(grandchild).ended
    assert look(parent.pid).ended
    assert look(grandchild).ended
    close(parent)


@posix
def test_household_ends_orphans() -> None:
    """A process whose parent has ended is found wherever it was adopted to."""
    with household():
        parent = start(ORPHANING)
        orphan = said(parent)
        close(parent)
        assert until(lambda: look(orphan).ppid != parent.pid)
        assert not look(orphan).ended
    assert look(orphan).ended


def test_household_clears_up_after_an_interrupt() -> None:
    """The stop button ends the block like anything else, and stays an interrupt."""
    processes = []

    def interrupted() -> None:
        with household():
            processes.append(start(PATIENT))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    (process,) = processes
    assert look(process.pid).ended
    close(process)


def test_household_leaves_others_alone() -> None:
    """Who was there before the block is there after it."""
    process = start(PATIENT)
    with household():
        pass
    assert not look(process.pid).ended
    close(process)


def test_household_leaves_no_trace_in_the_environment() -> None:
    """A block inside a block gives back what the outer one had set."""
    before = dict(os.environ)
    with household():
        inside = dict(os.environ)
        with household():
            pass
        assert dict(os.environ) == inside
    assert dict(os.environ) == before


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_census_has_a_row_for_each_sight(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table speaks both languages; what is gone has no figures."""
    monkeypatch.setattr(messages, "_chosen", language)
    table = census({"egon": Sight(7, 1, "sleeping", 2**21, 3.0), "jason": look(2**30)})
    assert table.rows[0] == ("egon", 7, 1, "sleeping", "2.0 MiB", "3 %")
    assert table.rows[1] == ("jason", 2**30, "–", "gone", "–", "–")
    assert len(table.head) == len(table.rows[0])


def test_name_of_knows_this_program() -> None:
    """The adopter's name is what psutil calls it; nobody has no name."""
    assert name_of(os.getpid()) == psutil.Process().name()
    assert name_of(2**30) == ""


def test_only_real_waiting_opens_the_gate() -> None:
    """A join with a time limit and a single question do not count as waiting; a join does."""
    context = get_context("spawn")
    gate, key = context.Pipe(duplex=False)
    child = context.Process(target=gate.recv_bytes)
    asked: Counter[str] = Counter()
    waited: list[object] = []

    def waits(process: object) -> None:
        waited.append(process)
        key.send_bytes(b"go")

    child.start()
    with noticing(waits, asked):
        child.join(timeout=0)
        assert child.is_alive()
        assert child.exitcode is None
        assert not waited
        child.join()
    assert child.exitcode == 0
    assert waited == [child]
    assert asked == {"short-join": 1, "is_alive": 1, "exitcode": 1, "join": 1}


def test_asking_for_the_third_time_is_waiting() -> None:
    """Whoever polls is let through at the third question, whichever questions they are."""
    context = get_context("spawn")
    gate, key = context.Pipe(duplex=False)
    child = context.Process(target=gate.recv_bytes)
    waited: list[object] = []
    child.start()
    with noticing(waited.append, Counter()):
        assert child.is_alive()
        assert child.exitcode is None
        assert not waited
        assert child.is_alive()
        assert waited == [child]
    key.send_bytes(b"go")
    child.join()
    assert child.exitcode == 0


def test_a_bet_on_somebody_at_a_gate_is_lost_at_once() -> None:
    """A join's time limit is cut short until somebody has waited for real; then it is kept."""
    context = get_context("spawn")
    gate, key = context.Pipe(duplex=False)
    child = context.Process(target=gate.recv_bytes)
    child.start()
    with noticing(lambda _: key.send_bytes(b"go"), Counter(), at_most=0):
        child.join(timeout=600)
        assert child.exitcode is None
        assert child.sentinel
        child.join(timeout=600)
        assert child.exitcode == 0


def test_a_bet_is_won_by_who_joins_as_long_as_the_gate_is_shut() -> None:
    """All limits together count; the gate is opened then, and nobody waits until it opens by itself."""
    context = get_context("spawn")
    gate, key = context.Pipe(duplex=False)
    child = context.Process(target=gate.recv_bytes)
    child.start()
    with noticing(lambda _: key.send_bytes(b"go"), Counter(), at_most=0, opens=3600):
        child.join(timeout=3000)
        assert child.exitcode is None
        child.join(timeout=600)
        assert child.exitcode == 0


def test_a_watched_lock_counts_only_what_its_owner_lets_go() -> None:
    """Looking whether it is held is no release, neither is an attempt that failed."""
    lock = WatchedLock()
    assert lock.acquire()
    assert not lock.acquire(block=False)
    assert lock.held()
    assert lock.released == 0
    lock.release()
    assert not lock.held()
    assert lock.released == 1


def test_who_would_wait_for_itself_for_ever_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """To take a lock again that one holds is noted, and ends the process instead of hanging."""

    def end(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(os, "_exit", end)
    lock = WatchedLock()
    with record() as tape, lock, pytest.raises(SystemExit) as ended:
        lock.acquire()
    assert ended.value.code == 1
    assert [event.text for event in tape.events] == ["stuck"]


def test_who_stands_and_waits_for_the_flag_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another process than its maker's, and only if there is no limit and it is not yet set."""

    def end(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(os, "_exit", end)
    flag = WatchedFlag()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert not flag.wait(0)
    with record() as tape, pytest.raises(SystemExit) as ended:
        flag.wait()
    assert ended.value.code == 1
    assert [event.text for event in tape.events] == ["flagged"]
    flag.set()
    assert flag.wait()


@given(seed=st.integers(), size=st.integers(1, 10))
def test_tables_of_the_exercise_are_ones_a_system_can_have(seed: int, size: int) -> None:
    """So "the parent has changed" and "the parent has ended" never contradict each other."""
    assert is_table(*some_table(random.Random(seed), size))
