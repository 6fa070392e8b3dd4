"""Rules that an execution is judged by, and failures beside which something else lies in wait."""

from __future__ import annotations

import random

import pytest

from autograder.explorer.conditions import Always, AtEnd, AtOnce, View
from autograder.explorer.exploring import explore
from autograder.explorer.judging import Failure, Judge
from autograder.explorer.machine import Machine
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Verdict
from autograder.explorer.sampling import sample
from autograder.explorer.settings import Limits, Settings
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


def test_a_program_that_ends_with_a_failure_has_failed() -> None:
    """Whoever started it is told so by its exit code alone; of a child, its parent is."""
    text = """
import sys
from multiprocessing import Process, Value

def add(value):
    value.value += 1

def fail():
    sys.exit(3)

if __name__ == "__main__":
    value = Value("i", 0)
    both = [Process(target=add, args=(value,)) for _ in range(2)] + [Process(target=fail)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    if value.value != 2:
        sys.exit(1)
"""
    report = explore(Program(text))
    assert (report.kind, report.fields["detail"]) == ("exception", "SystemExit")
    assert explore(Program(text.replace("sys.exit(1)", "sys.exit(0)"))).verdict is Verdict.HOLDS


def test_things_of_a_class_of_ones_own_come_through_a_queue() -> None:
    text = """
from multiprocessing import Process, Queue

class Stop:
    pass

def work(queue):
    while not isinstance(found := queue.get(), Stop):
        assert type(found) is int or type(found) is Message

class Message:
    pass

if __name__ == "__main__":
    queue = Queue()
    worker = Process(target=work, args=(queue,))
    worker.start()
    for each in (1, Message(), Message(), Stop()):
        queue.put(each)
    worker.join()
"""
    for method in ("spawn", "fork"):
        assert explore(Program(text), Settings(method)).verdict is Verdict.HOLDS


def test_what_never_changes_makes_no_two_workers_differ() -> None:
    text = """
import enum
from decimal import Decimal
from multiprocessing import Pool

class Kind(enum.Enum):
    A = 1

rate, kind = Decimal("1.5"), Kind.A

def double(x):
    return 2 * x

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(double, [1, 2, 3]))
"""
    assert explore(Program(text)).verdict is Verdict.HOLDS


def test_a_replay_is_judged_by_the_same_rules() -> None:
    rules = [
        Always("the first leads", lambda view: view.array("pair")[0] >= view.array("pair")[1]),
        AtEnd("two", lambda view: view.array("pair")[0] == 2),
    ]
    for rule in rules:
        found = explore(ARRAY, conditions=[rule])
        again = replay(ARRAY, found.schedule, conditions=[rule])
        assert (again.kind, again.fields["detail"]) == (found.kind, rule.name)
        assert replay(ARRAY, found.schedule).verdict is Verdict.BOUNDED
