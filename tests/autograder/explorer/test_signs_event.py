"""Signs of mistakes with events, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs_event as module
from autograder.explorer.conditions import Always, AtEnd
from autograder.explorer.exploring import explore
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries

MAIN = """
from multiprocessing import Event, Lock, Process, Value
from time import sleep

def light(green, lock, on_it):
{light}

def car(green, lock, on_it):
{car}

if __name__ == "__main__":
    shared = Event(), Lock(), Value("i", 0, lock=False)
    green, lock, on_it = shared
    first = Process(target=light, args=shared)
    second = Process(target=car, args=shared)
    first.start()
    second.start()
    first.join()
    second.join()
"""
ON_RED = Always("red", lambda view: view.value("green") or not view.value("on_it"))
OVER = AtEnd("over", lambda view: "over" in view.output())
SET = "green.set()"
LOCKED = """
green.set()
with lock:
    green.clear()
green.set()
"""
BARE = """
green.set()
green.clear()
green.set()
"""
CROSSES = """
on_it.value = 1
on_it.value = 0
print("over")
"""
UNDER_LOCK = """
while True:
    green.wait()
    with lock:
        if green.is_set():
            on_it.value = 1
            on_it.value = 0
            print("over")
            break
"""


def found(light: str, car: str) -> list[str]:
    """The signs of events in what comes of a light and a car with these lines."""
    program = Program(MAIN.format(light=indented(light), car=indented(car)))
    report = explore(program, Settings(), [ON_RED, OVER])
    return [] if report.story is None else list(module.signs(report.story))


def indented(lines: str) -> str:
    """The lines of a function's body."""
    return "\n".join(f"    {line}" for line in lines.strip().splitlines())


@pytest.mark.parametrize(
    ("light", "car", "first"),
    [
        ("pass", f"green.wait(){CROSSES}", "never-set"),
        (SET, f"green.wait()\ngreen.clear()\ngreen.wait(){CROSSES}", "never-set"),
        ("green.set()\ngreen.clear()", f"green.wait(){CROSSES}", "call-taken-back"),
        (SET, f"green.clear()\ngreen.wait(){CROSSES}", "unheard"),
        ("with lock:\n    green.set()", f"with lock:\n    green.wait(){CROSSES}", "waits-holding"),
        (SET, "green.set()\ngreen.wait()\non_it.value = 1", "sets-own"),
        (f"green.wait(){CROSSES}green.clear()", "green.set()\nsleep(1)\ngreen.wait()", "own-call"),
        (SET, f"green = Event()\ngreen.wait(){CROSSES}", "own-event"),
        (SET, f"green = Event()\nwhile not green.is_set():\n    pass{CROSSES}", "own-event"),
        ("pass", f"while not green.is_set():\n    pass{CROSSES}", "keeps-asking"),
        (
            "pass",
            "while True:\n    with lock:\n        if green.is_set():\n            break",
            "keeps-asking",
        ),
        (SET, f"green.wait(1){CROSSES}", "timed-out"),
        (SET, "if green.is_set():\n    print('over')", "asked-only"),
        (SET, CROSSES, "never-waited"),
        (SET, "print('on its way', lock.acquire(False))", "never-waited"),
        ("green.set()\nsleep(1)", "green.wait()\ngreen.wait()", "heard-twice"),
        (LOCKED, f"green.wait(){CROSSES}", "look-then-go"),
        (LOCKED, f"if not green.is_set():\n    green.wait(){CROSSES}", "look-then-go"),
        (LOCKED, f"green.wait()\nwith lock:\n    pass{CROSSES}", "look-then-go"),
        (BARE, UNDER_LOCK, "clear-outside"),
    ],
)
def test_what_a_teacher_would_see(light: str, car: str, first: str) -> None:
    """The first sign is the mistake."""
    assert found(light, car)[0] == first


def test_main_that_calls_the_target_waits_itself() -> None:
    """That is more telling than that nobody has set the event."""
    program = Program(MAIN.format(light="    pass", car="    green.wait()"))
    program = Program(program.text.replace("target=car, args=shared", "target=car(*shared)"))
    report = explore(Program(program.text.replace("first.start()", "")), Settings())
    assert report.story is not None
    assert signs(report, program)[:2] == ["main-waits", "never-set"]


def test_one_waits_for_an_event_and_another_one_is_set() -> None:
    """As many guns as runners do not make one that all can hear."""
    program = Program(MAIN.format(light="    green.set()", car="    green.wait()"))
    text = program.text.replace(
        "target=car, args=shared", "target=car, args=(Event(), lock, on_it)"
    )
    report = explore(Program(text), Settings())
    assert report.story is not None
    assert signs(report, Program(text))[:2] == ["other-event", "never-set"]


def test_a_light_that_was_put_out_sets_no_more() -> None:
    """That it was ended is more telling than that nobody set the event."""
    program = Program(MAIN.format(light="    green.set()", car="    green.wait()"))
    program = Program(program.text.replace("first.join()", "first.terminate()"))
    report = explore(program, Settings())
    assert report.story is not None
    assert signs(report, program)[:2] == ["setter-ended", "never-set"]


def test_what_holds_shows_none() -> None:
    """A car that looks under the light's lock is as it should be, and has no story."""
    assert found(LOCKED, UNDER_LOCK) == []


def test_who_goes_on_as_long_as_it_is_set_waits_for_nobody() -> None:
    """It was set, and that somebody goes round and round has another reason."""
    assert found(SET, "green.wait()\nwhile green.is_set():\n    pass") == []


def test_who_fails_has_not_gone_home() -> None:
    """So it was not asking that kept them from seeing it set."""
    assert "asked-only" not in found("pass", "green.is_set()\nraise ValueError")


def test_who_switches_may_ask() -> None:
    """A light that looks at itself was not told to wait."""
    own = "print(green.is_set())\ngreen.set()\ngreen.clear()\nprint(green.is_set())"
    assert "asked-only" not in found(own, f"green.wait(){CROSSES}")


def test_without_an_event_there_is_nothing_to_see() -> None:
    """Nor is it said of other programs that nobody waits."""
    text = "from multiprocessing import Process\nraise ValueError\n"
    report = explore(Program(text), Settings())
    assert report.story is not None
    assert list(module.signs(report.story)) == []


def test_every_sign_has_a_general_sentence() -> None:
    """In both languages; so an exercise need not say it again."""
    assert module.signs.__doc__ is not None
    named = re.findall(r"``([a-z-]+)``", module.signs.__doc__)
    assert named
    for language in LANGUAGES:
        assert set(named) <= entries("check.diagnoses", language).keys()
