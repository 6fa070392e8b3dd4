"""A referee who knows no more than a witness tells comes to the verdict of who sees it all."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from autograder.explorer.asking import Request
from autograder.explorer.conditions import Always, AtEnd, AtOnce, Condition, View
from autograder.explorer.exploring import explore
from autograder.explorer.findings import finding
from autograder.explorer.outside import Finding
from autograder.explorer.outside import explore as explore_outside
from autograder.explorer.reports import Verdict
from autograder.explorer.settings import Settings
from autograder.explorer.source import Program, ProgramError
from tests.autograder.explorer.test_programs import cases
from tests.autograder.explorer.witnessed import PATIENT, asked, judged, statement
from tests.programs import Known, bank

FEW = frozenset(
    """
    classic/executor_map classic/pool_apply_async classic/file_counter_race classic/file_counter_locked
    classic/dining_left_first notes/adder notes/buns_many notes/ktv_two_rooms notes/tickets_repaired
    notes/joinable_right notes/daemon_dies_with_main notes/traffic_light_two_cars
    """.split()
)
"""Programs for every day; all of them are looked at where there is time."""

SHARED = """
from multiprocessing import Array, Event, Lock, Manager, Pipe, Process, Queue, Semaphore, Value

def work(total, pair, lock, event, queue, rooms, book):
    with lock:
        total.value += 1
        pair[0] = 7
    event.set()
    queue.put([1, 2])
    rooms.acquire()
    book["who"] = "work"
    with open("note", "w") as file:
        file.write("done")
    print("worked")

if __name__ == "__main__":
    total, pair, lock, event = Value("i", 0), Array("i", 3), Lock(), Event()
    queue, rooms, book = Queue(), Semaphore(2), Manager().dict()
    worker = Process(target=work, args=(total, pair, lock, event, queue, rooms, book))
    worker.start()
    worker.join()
"""


def _all_seen(view: View) -> bool:
    return (
        view.value("total") == 1
        and view.array("pair") == [7, 0, 0]
        and view.value("lock") is False
        and view.value("event") is True
        and view.value("queue") == 1
        and view.value("rooms") == 1
        and view.value("book") == {"who": "work"}
        and view.file("note") == b"done"
        and view.file("nothing") is None
        and view.output() == view.output("Process-2") == "worked\n"
    )


COUNTED = """
from multiprocessing import Process, Value
from time import sleep

def work(total):
    seen = total.value
    sleep(1)
    total.value = seen + 1

if __name__ == "__main__":
    total = Value("i", 0)
    workers = [Process(target=work, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""


def _rule(name: str, most: int) -> Always:
    return Always(name, lambda view: bool(view.value("total") <= most))


def _witnessed(source: str, conditions: Sequence[Condition] = ()) -> Finding:
    return explore_outside(source, conditions=conditions, witnessed=True, language="en")


def _agree(known: Known, method: str) -> None:
    report = explore(known.program, Settings(method, measure=True), limits=PATIENT)
    wanted = finding(Request(**asked(known.program, method)), report, known.program)
    found = judged(known.program, statement(known.program, method), method)
    assert isinstance(found, Finding)
    told = (found.verdict, found.kind, found.executions, found.complete, found.at_once)
    assert told == (
        wanted.verdict,
        wanted.kind,
        wanted.executions,
        wanted.complete,
        wanted.at_once,
    ), found.fields
    assert found.notes == wanted.notes


@pytest.mark.parametrize(("known", "method"), cases(known for known in bank() if known.name in FEW))
def test_the_verdict_is_the_same(known: Known, method: str) -> None:
    """And how many executions there are, whether these are all, and how many work at once."""
    _agree(known, method)


@pytest.mark.slow
@pytest.mark.parametrize(("known", "method"), cases(bank()))
def test_the_verdict_is_the_same_of_every_program(known: Known, method: str) -> None:
    """Whatever it uses: pools, managers, files, queues."""
    _agree(known, method)


def test_a_rule_sees_the_same_things() -> None:
    """Values, arrays, locks, events, queues, semaphores, what a manager keeps, files and output."""
    rules = [AtEnd("all seen", _all_seen)]
    direct = explore(Program(SHARED), conditions=rules)
    assert direct.verdict is Verdict.HOLDS
    found = judged(Program(SHARED), statement(Program(SHARED)), conditions=rules)
    assert isinstance(found, Finding)
    assert (found.verdict, found.executions) == (direct.verdict, direct.executions), found.fields


@pytest.mark.parametrize("most", [0, 1, 2])
def test_a_rule_on_the_way_is_judged_at_every_step(most: int) -> None:
    """What it looks at is found out, and looked at in every order then; the story is the same."""
    rules = [_rule("not too many", most)]
    direct = explore(Program(COUNTED), Settings(measure=True), rules)
    found = _witnessed(COUNTED, rules)
    assert (found.verdict, found.kind, found.executions) == (
        direct.verdict,
        direct.kind,
        direct.executions,
    )
    assert found.schedule == direct.schedule


def test_a_rule_at_the_end_is_told_by_the_same_story() -> None:
    """The referee finds the simplest execution by asking for it."""
    rules = [AtEnd("both counted", lambda view: bool(view.value("total") == 2))]
    direct = explore(Program(COUNTED), Settings(measure=True), rules)
    found = _witnessed(COUNTED, rules)
    assert (found.verdict, found.kind, found.schedule) == ("broken", "end", direct.schedule)
    assert "both counted" in found.message
    assert "both counted" in found.transcript
    assert found.html.startswith('<section class="bz-story bz-bad"')


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [(AtOnce(least=2), "holds"), (AtOnce(least=3), "broken"), (AtOnce(most=1), "broken")],
)
def test_how_many_work_at_once_is_counted(condition: AtOnce, verdict: str) -> None:
    """By the referee, from the steps."""
    assert _witnessed(COUNTED, [condition]).verdict == verdict


@pytest.mark.parametrize(
    ("source", "verdict", "kind"),
    [
        ("assert False", "broken", "assertion"),
        ("import sys\nsys.exit(3)", "broken", "exception"),
        ("from multiprocessing import Lock\nlock = Lock()\nlock.acquire()\nlock.acquire()",
         "broken", "deadlock"),
        ("import socket\nsocket.socket()", "unsupported", "unsupported"),
        ("import itertools\nsum(itertools.repeat(0))", "inconclusive", "time"),
        ("import random\nprint(random.random())", "holds within bounds", ""),
    ],
)  # fmt: skip
def test_what_goes_wrong_without_rules_is_told(source: str, verdict: str, kind: str) -> None:
    """As it is when nobody listens."""
    found = explore_outside(source, witnessed=True, language="en", max_seconds=1)
    assert (found.verdict, found.kind) == (verdict, kind)


def test_what_is_no_program_is_refused() -> None:
    with pytest.raises(ProgramError):
        _witnessed("x = 1\nif x\n")


def test_a_rule_that_fails_is_no_pass() -> None:
    """It is the instructor's mistake, and is said so."""
    found = _witnessed(COUNTED, [AtEnd("mistaken", lambda view: view.value("total") / 0 == 1)])
    assert (found.verdict, found.kind) == (Verdict.INCONCLUSIVE, "mistake")
    found = _witnessed(COUNTED, [Always("never", lambda view: bool(view.value("nothing")))])
    assert (found.verdict, found.kind) == (Verdict.INCONCLUSIVE, "mistake")


def test_what_was_not_tried_is_no_pass() -> None:
    """A small budget is one of the referee's, too."""
    found = explore_outside(COUNTED, witnessed=True, max_executions=2, language="en")
    assert found.verdict is Verdict.BOUNDED
