"""Rules that an execution is judged by, and failures beside which something else lies in wait."""

from __future__ import annotations

import random

import pytest

from autograder.explorer.conditions import Always, AtOnce, View
from autograder.explorer.exploring import Limits, explore
from autograder.explorer.judging import Failure, Judge
from autograder.explorer.machine import Machine
from autograder.explorer.reports import Verdict
from autograder.explorer.sampling import sample
from autograder.explorer.source import Program
from tests.autograder.explorer.running import outcomes

ARRAY = Program("""
from multiprocessing import Array, Process

def work(pair):
    pair[1] = 1
    pair[0] = 1

def other(pair):
    pair[0] = 2

if __name__ == "__main__":
    pair = Array("i", 2)
    both = [Process(target=each, args=(pair,)) for each in (other, work)]
    for each in both:
        each.start()
    for each in both:
        each.join()
""")

FILES = Program("""
from multiprocessing import Process

def write(name):
    with open(name, "w") as file:
        file.write("x")

if __name__ == "__main__":
    both = [Process(target=write, args=(name,)) for name in ("a", "b")]
    for each in both:
        each.start()
    for each in both:
        each.join()
""")


def test_a_rule_on_an_array_is_judged_at_every_step() -> None:
    rule = Always("the first leads", lambda view: view.array("pair")[0] >= view.array("pair")[1])
    assert explore(ARRAY, conditions=[rule]).fields["detail"] == "the first leads"
    rule = Always("never three", lambda view: 3 not in view.array("pair"))
    assert explore(ARRAY, conditions=[rule]).verdict is Verdict.HOLDS


def test_a_rule_on_files_is_judged_in_every_order() -> None:
    def first(one: str, other: str) -> Always:
        return Always(f"{one} first", lambda view: not view.file(other) or bool(view.file(one)))

    for one, other in ("ab", "ba"):
        assert explore(FILES, conditions=[first(one, other)]).fields["detail"] == f"{one} first"


def test_a_rule_on_nothing_there_is_refused() -> None:
    with pytest.raises(ValueError, match="'never' looks at what the main module never has"):
        explore(ARRAY, conditions=[Always("never", lambda view: view.value("misspelt") == 0)])
    with pytest.raises(TypeError, match="nothing shared"):
        explore(ARRAY, conditions=[Always("no", lambda view: view.value("both") == 0)])
    with pytest.raises(TypeError, match="at the end only"):
        explore(ARRAY, conditions=[Always("no", lambda view: view.output() == "")])


def test_samples_are_judged_by_rules_too() -> None:
    def start() -> Machine:
        machine = Machine(ARRAY)
        machine.world.watched = judge.watched
        return machine

    rule = Always("never", lambda view: view.array("pair") == [0, 0])
    judge = Judge([rule], measure=False)
    judge.watched = frozenset({"array-0:1[0]", "array-0:1[1]"})
    machine = start()
    try:
        schedule = sample(machine, random.Random(0), 20)
        assert judge.of(machine, schedule, start) == Failure("rule", "never")
    finally:
        machine.close()


def test_a_small_budget_takes_samples_and_finds_what_breaks_a_rule() -> None:
    rule = Always("not both", lambda view: view.array("pair") != [2, 1])
    report = explore(ARRAY, conditions=[rule], limits=Limits(executions=1))
    assert report.verdict in (Verdict.BROKEN, Verdict.BOUNDED)


def test_who_is_at_once_at_work_is_not_told_from_samples() -> None:
    program = Program(ARRAY.text.replace("    pair[1] = 1", "    import time; time.sleep(1)"))
    report = explore(program, conditions=[AtOnce(most=5)], limits=Limits(executions=1))
    assert (report.verdict, report.sampled) == (Verdict.BOUNDED, 0)


def test_what_cannot_be_explored_beside_a_failure_hides_it_not() -> None:
    program = Program("""
import socket
from multiprocessing import Process, Value

def look(value):
    if value.value == 1:
        1 / 0
    socket.socket()

def change(value):
    value.value = 1

if __name__ == "__main__":
    value = Value("i", 0)
    both = [Process(target=each, args=(value,)) for each in (change, look)]
    for each in both:
        each.start()
    for each in both:
        each.join()
""")
    report = explore(program)
    assert report.verdict in (Verdict.BROKEN, Verdict.UNSUPPORTED)
    swapped = Program(program.text.replace("(change, look)", "(look, change)"))
    found = explore(swapped)
    assert Verdict.BROKEN in (report.verdict, found.verdict)


def test_a_kill_that_no_name_shows_is_reckoned_with() -> None:
    text = """
from multiprocessing import Process

def work():
    print("one")
    print("two")

if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    process.{kill}()
    process.join()
"""
    plain = outcomes(text.replace("process.{kill}", "process.terminate"))
    hidden = outcomes(text.replace("process.{kill}", 'getattr(process, "term" + "inate")'))
    assert len(plain) == 4
    assert hidden == plain


def test_a_view_keeps_what_was_looked_at() -> None:
    machine = Machine(ARRAY)
    try:
        while able := machine.enabled():
            machine.step(able[0])
        view = View(machine)
        view.array("pair")
        assert view.file("nowhere") is None
        assert view.read == {"array-0:1[0]", "array-0:1[1]", "disk"}
    finally:
        machine.close()
