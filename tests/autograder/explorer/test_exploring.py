"""What a report says of small programs: verdicts, conditions, completeness, and the shortest story."""

from __future__ import annotations

import keyword
import sys
import textwrap
from functools import partial

import pytest

from autograder.explorer.conditions import Always, AtEnd, AtOnce
from autograder.explorer.exploring import explore
from autograder.explorer.machine import Machine
from autograder.explorer.reports import Report, Verdict, read, written
from autograder.explorer.search import Search
from autograder.explorer.settings import Limits, Registry, Settings
from autograder.explorer.source import Program, ProgramError


def program(functions: str, main: str) -> Program:
    """A program of some functions and what the main process does."""
    head = "from multiprocessing import *\nimport time\n"
    body = textwrap.indent(textwrap.dedent(main).strip(), "    ")
    return Program(f"{head}{textwrap.dedent(functions)}\nif __name__ == '__main__':\n{body}\n")


def started(count: int, target: str, arguments: str) -> str:
    """The lines that start `count` processes and join them."""
    return (
        f"workers = [Process(target={target}, args=({arguments},)) for n in range({count})]\n"
        "for worker in workers: worker.start()\n"
        "for worker in workers: worker.join()\n"
    )


ADD = """
def add(total):
    seen = total.value
    total.value = seen + 1
"""
ADD_LOCKED = """
def add(total):
    with total.get_lock():
        total.value += 1
"""
MEET = "total = Value('i', 0)\n" + started(2, "add", "total")


def test_what_cannot_go_wrong_holds_in_every_interleaving() -> None:
    """With the lock, two increments are two."""
    report = explore(program(ADD_LOCKED, MEET + "assert total.value == 2"))
    assert (report.verdict, report.complete, report.status) == (Verdict.HOLDS, True, 0)


def test_a_lost_update_is_found_with_the_fewest_switches() -> None:
    """Both read before either writes: one interruption is enough, and the story has no more."""
    report = explore(program(ADD, MEET + "assert total.value == 2"))
    assert (report.verdict, report.kind, report.status) == (Verdict.BROKEN, "assertion", 1)
    assert report.story is not None
    reads = [step for step in report.story.steps if step.op.kind == "cell.read"]
    assert [step.answer for step in reads] == [0, 0, 1]
    assert report.story.failure == "AssertionError"


def test_a_story_is_replayed_by_its_schedule() -> None:
    """A schedule is text, and says who moves and how often."""
    report = explore(program(ADD, MEET + "assert total.value == 2"))
    learned, paths = read(report.schedule)
    assert not learned
    assert written(paths) == report.schedule
    assert report.story is not None
    assert len(paths) == len(report.story.steps)


def test_locks_in_opposite_order_are_a_deadlock_with_a_circle() -> None:
    """Each waits for what the other holds."""
    report = explore(
        program(
            "def both(one, other):\n    with one:\n        with other: pass\n",
            """
            a, b = Lock(), Lock()
            first, second = Process(target=both, args=(a, b)), Process(target=both, args=(b, a))
            first.start(); second.start(); first.join(); second.join()
            """,
        )
    )
    assert (report.verdict, report.kind) == (Verdict.BROKEN, "deadlock")
    assert report.story is not None
    held = {wait.actor: wait.holders for wait in report.story.waits if "acquire" in wait.op.kind}
    (one, other) = held
    assert held == {one: (other,), other: (one,)}


def test_asking_for_ever_what_never_changes_is_a_livelock() -> None:
    """Nobody sets the flag."""
    report = explore(
        program(
            "def wait(flag):\n    while not flag.value: pass\n",
            "flag = Value('i', 0)\n" + started(1, "wait", "flag"),
        )
    )
    assert (report.verdict, report.kind) == (Verdict.BROKEN, "livelock")


def test_asking_until_it_changes_is_waiting_and_holds() -> None:
    """The rounds in which nothing changes are not tried over and over."""
    report = explore(
        program(
            "def wait(flag):\n    while not flag.value: time.sleep(0.1)\n",
            """
            flag = Value('i', 0)
            worker = Process(target=wait, args=(flag,))
            worker.start()
            flag.value = 1
            worker.join()
            """,
        )
    )
    assert report.verdict is Verdict.HOLDS
    assert report.executions < 20


def test_a_loop_that_counts_is_not_taken_for_one_that_waits() -> None:
    """Ten looks at the same value end, though none of them differs."""
    report = explore(
        program(
            "def look(flag):\n    for _ in [0] * 10: flag.value\n",
            "flag = Value('i', 0)\n" + started(2, "look", "flag"),
        )
    )
    assert (report.verdict, report.executions) == (Verdict.HOLDS, 1)


def test_where_an_object_lies_is_nobodys_business() -> None:
    """Who prints a function to see what it is has not written a program that is another each time."""
    looking = program(
        "def look(total):\n    print(look, object())\n    total.value += 1\n",
        'total = Value("i", 0)\n' + started(2, "look", "total"),
    )
    report = explore(looking, conditions=[AtEnd("told", lambda view: " at 0x…>" in view.output())])
    assert report.verdict is Verdict.HOLDS


def test_five_processes_that_meet_nowhere_are_one_execution() -> None:
    """Cost grows with dependent operations, not with processes."""
    report = explore(
        program(
            "def work(n):\n    own = Value('i', 0)\n    own.value += n\n    print(own.value)\n",
            started(5, "work", "n"),
        )
    )
    assert (report.verdict, report.executions) == (Verdict.HOLDS, 1)


def test_a_rule_is_judged_after_every_operation() -> None:
    """The room is over-full for a moment only; at the end nothing shows."""
    source = program(
        """
        def visit(room, door):
            with door:
                room.value += 1
            time.sleep(1)
            with door:
                room.value -= 1
        """,
        "room, door = Value('i', 0), Lock()\n" + started(3, "visit", "room, door"),
    )
    two = Always("at most two", lambda view: view.value("room") <= 2)
    three = Always("at most three", lambda view: view.value("room") <= 3)
    assert explore(source, conditions=[three]).verdict is Verdict.HOLDS
    report = explore(source, conditions=[two])
    assert (report.verdict, report.kind) == (Verdict.BROKEN, "rule")
    assert report.fields["detail"] == "at most two"


def test_a_wrong_end_is_found_without_an_assertion() -> None:
    """The condition stands beside the program."""
    report = explore(
        program(ADD, MEET), conditions=[AtEnd("two", lambda view: view.value("total") == 2)]
    )
    assert (report.verdict, report.kind, report.fields["detail"]) == (Verdict.BROKEN, "end", "two")


def test_a_condition_may_read_a_file() -> None:
    """What is on the disk at the end is judged, not what was said of it."""
    source = Program("with open('note', 'w') as file: file.write('hello')\n")
    right = AtEnd("hello", lambda view: view.file("note") == b"hello")
    wrong = AtEnd("another", lambda view: view.file("another") is not None)
    assert explore(source, conditions=[right]).verdict is Verdict.HOLDS
    assert explore(source, conditions=[wrong]).fields["detail"] == "another"


@pytest.mark.parametrize(
    ("rooms", "condition", "verdict"),
    [
        (2, AtOnce(least=2, most=2), Verdict.HOLDS),
        (1, AtOnce(least=2), Verdict.BROKEN),
        (3, AtOnce(most=2), Verdict.BROKEN),
    ],
)
def test_how_many_are_at_work_at_once(rooms: int, condition: AtOnce, verdict: Verdict) -> None:
    """Never above what the semaphore lets in, and as many as that in some interleaving."""
    source = program(
        "def sing(rooms):\n    with rooms: time.sleep(1)\n",
        f"rooms = Semaphore({rooms})\n" + started(3, "sing", "rooms"),
    )
    report = explore(source, conditions=[condition])
    assert report.verdict is verdict
    if verdict is Verdict.HOLDS:
        assert report.at_once == rooms


def test_past_the_budget_a_verdict_says_so() -> None:
    """What was tried held; that was not all."""
    source = program(ADD_LOCKED, "total = Value('i', 0)\n" + started(5, "add", "total"))
    report = explore(source, limits=Limits(executions=20))
    assert (report.verdict, report.complete, report.status) == (Verdict.BOUNDED, False, 3)
    assert report.notes == ("budget",)
    assert 0 < report.sampled < report.executions


def test_a_budget_of_steps_ends_at_the_same_place_everywhere() -> None:
    """However fast a machine is: what counts is what was done, not for how long."""
    source = program(ADD_LOCKED, "total = Value('i', 0)\n" + started(5, "add", "total"))
    first, second = (explore(source, limits=Limits(steps=2_000)) for _ in range(2))
    assert (first.verdict, first.notes) == (Verdict.BOUNDED, ("budget",))
    assert first.executions == second.executions > first.sampled == second.sampled > 0


def test_a_budget_of_steps_counts_what_had_been_seen() -> None:
    """Executions that a sleep set cuts take time, too: their steps are steps."""
    source = program(ADD_LOCKED, "total = Value('i', 0)\n" + started(3, "add", "total"))
    search = Search(lambda: Machine(source, Settings(), Registry()))
    whole = sum(len(result.schedule) for result in search.results())
    assert search.counts.cut
    assert search.counts.steps > whole


def test_what_goes_on_for_ever_takes_less_of_that_budget() -> None:
    """It cannot hold any more, and its executions are long."""
    source = program(
        "def add(total):\n    while True:\n        total.value += 1\n",
        "total = Value('i', 0)\n" + started(2, "add", "total"),
    )
    report = explore(source, limits=Limits(steps=60_000))
    assert report.notes == ("budget", "too-long")
    assert report.executions < 5


def test_samples_find_what_the_budget_for_all_did_not() -> None:
    """Ten buyers are too many for everything; a race among them shows in a few samples."""
    source = program(ADD, "total = Value('i', 0)\n" + started(8, "add", "total")
                     + "assert total.value > 1")  # fmt: skip
    assert explore(source, limits=Limits(executions=400)).verdict is Verdict.BROKEN


def test_a_program_that_is_another_every_time_is_inconclusive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Here by way of a module that is said to be pure and is not."""
    monkeypatch.setattr(keyword, "kwlist", list(keyword.kwlist))
    source = program(
        "import keyword\n"
        "def mark(total):\n"
        "    keyword.kwlist.append('more')\n"
        "    total.value = len(keyword.kwlist)\n",
        "total = Value('i', 0)\n" + started(2, "mark", "total"),
    )
    report = explore(source, Settings(pure=frozenset({"keyword"})))
    assert (report.verdict, report.kind) == (Verdict.INCONCLUSIVE, "not-repeatable")


def test_an_endless_loop_without_an_operation_is_inconclusive() -> None:
    """Nothing would ever take the processor from it, so it is given up, with its line."""
    report = explore(program("", "while True: pass"))
    assert (report.verdict, report.kind, report.fields["line"]) == (
        Verdict.INCONCLUSIVE,
        "endless",
        5,
    )


def test_what_is_not_modelled_says_so() -> None:
    """The call and the line are named; it is never skipped."""
    report = explore(Program("import socket\n\nsocket.create_connection(('x', 1))\n"))
    assert (report.verdict, report.status) == (Verdict.UNSUPPORTED, 2)
    assert report.fields == {"call": "socket.create_connection", "line": 3}


def test_a_timeout_of_half_a_minute_runs_out_only_when_nothing_else_can_move() -> None:
    """A short one may run out at any time."""
    source = """
    lock = Lock()
    lock.acquire()
    worker = Process(target=take, args=(lock,))
    worker.start()
    lock.release()
    worker.join()
    """
    for seconds, codes in ((1, {0, 1}), (30, {0})):
        taker = f"def take(lock):\n    raise SystemExit(not lock.acquire(timeout={seconds}))\n"
        registry, found = Registry(), set()
        made = program(taker, source)
        start = partial(Machine, made, registry=registry)
        for result in Search(start).results():
            found.add(result.execution.processes[1].code)  # type: ignore[attr-defined]
        assert found == codes


def test_the_main_module_is_ours_again_afterwards() -> None:
    """A program runs as the main module of its processes, and only there."""
    before = sys.modules["__main__"]
    explore(program(ADD, MEET))
    assert sys.modules["__main__"] is before


def test_outcomes_are_counted_on_request() -> None:
    """Everything is tried, also past the first failure."""
    report: Report = explore(program(ADD, MEET + "print(total.value)"), Settings(), outcomes=True)
    printed = {text for outcome in report.outcomes for path, _, text in outcome if path == "0"}
    assert printed == {"1\n", "2\n"}
    assert sum(report.outcomes.values()) == report.executions


def test_a_syntax_error_is_no_program() -> None:
    """It is said before anything is explored, with its line."""
    with pytest.raises(ProgramError, match="SyntaxError") as caught:
        explore(Program("x = 1\nif x\n"))
    assert caught.value.line == 2
