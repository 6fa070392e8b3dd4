"""Who only waits, and who only seems to."""

from __future__ import annotations

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Limits
from autograder.explorer.source import Program
from tests.autograder.explorer.running import outcomes

FRAME = """
import time
from enum import Enum
from functools import cache, partial, reduce
from io import BytesIO, StringIO
from multiprocessing import Process, Value

class Text(str):
    n = 0

class Number(int):
    n = 0

class Row(list):
    n = 0

class Table(dict):
    n = 0

class Colour(Enum):
    RED = 1

class Base:
    __slots__ = ("n",)

class Derived(Base):
    __slots__ = ("other",)

class Private:
    __slots__ = ("__n",)

    def __init__(self):
        self.__n = 0

    def count(self):
        return self.__n

    def more(self):
        self.__n += 1

@cache
def kept():
    pass

class Count:
    n = 0

def counter():
    n = 0
    def more():
        nonlocal n
        n += 1
        return n
    return more

def look(flag):
{body}

if __name__ == "__main__":
    flag = Value("i", 0)
    looking = Process(target=look, args=(flag,))
    looking.start()
{main}
    looking.join()
"""
"""A child that looks at a flag in one way or another."""

COUNTED = {
    "a loop over equal things": """
    for _ in [0] * 40:
        if flag.value:
            return
    print("gave up")
""",
    "a loop within a loop": """
    for _ in [0] * 4:
        for _ in [0] * 4:
            if flag.value:
                return
    print("gave up")
""",
    "a comprehension": """
    if not any([flag.value for _ in [0] * 12]):
        print("gave up")
""",
    "a generator": """
    if not any(flag.value for _ in [0] * 12):
        print("gave up")
""",
    "map": """
    if not any(map(lambda _: flag.value, [0] * 12)):
        print("gave up")
""",
    "filter": """
    if not list(filter(lambda _: flag.value, [0] * 12)):
        print("gave up")
""",
    "a closure": """
    more = counter()
    while more() < 12:
        if flag.value:
            return
    print("gave up")
""",
    "a class": """
    while Count.n < 12:
        Count.n += 1
        if flag.value:
            return
    print("gave up")
""",
    "a function's own attribute": """
    look.n = 0
    while look.n < 12:
        look.n += 1
        if flag.value:
            return
    print("gave up")
""",
    "a deadline, asleep between": """
    end = time.time() + 0.1
    while time.time() < end:
        if flag.value:
            return
        time.sleep(0.01)
    print("gave up")
""",
    "a deadline": """
    end = time.monotonic() + 2
    while time.monotonic() < end:
        if flag.value:
            return
    print("gave up")
""",
    **{
        name: f"""
    {setup}
    while {count} < 12:
        {more}
        if flag.value:
            return
    print("gave up")
"""
        for name, setup, count, more in [
            ("a text's attribute", 'me = Text("x")', "me.n", "me.n += 1"),
            ("a number's attribute", "me = Number(3)", "me.n", "me.n += 1"),
            ("a list's attribute", "me = Row()", "me.n", "me.n += 1"),
            ("a dictionary's attribute", "me = Table()", "me.n", "me.n += 1"),
            (
                "an exception's arguments",
                "e = ValueError(0)",
                "e.args[0]",
                "e.args = (e.args[0] + 1,)",
            ),
            ("what is passed on", "p = partial(max, [0])", "p.args[0][0]", "p.args[0][0] += 1"),
            ("a text in memory", "t = StringIO()", "t.tell()", "t.write('.')"),
            ("bytes in memory", "t = BytesIO()", "len(t.getvalue())", "t.write(b'.')"),
            ("a cache", "kept()", "kept.cache_info().hits", "kept()"),
            ("an enum's attribute", "me = Colour.RED\n    me.n = 0", "me.n", "me.n += 1"),
            ("a base class's slot", "me = Derived()\n    me.n = 0", "me.n", "me.n += 1"),
            ("a private slot", "me = Private()", "me.count()", "me.more()"),
            (
                "a name with two underscores",
                "globals()['__n'] = 0",
                "globals()['__n']",
                "globals()['__n'] += 1",
            ),
        ]
    },
    "what nobody sees": """
    if not reduce(lambda seen, _: flag.value or seen, [0] * 12, 0):
        print("gave up")
""",
}
"""Ways to look so many times, or for so long, and then to go on."""


def _explored(body: str, main: str = "") -> Report:
    text = FRAME.format(body=body.strip("\n"), main=main)
    return explore(Program(text), limits=Limits(seconds=20), outcomes=True)


@pytest.mark.parametrize("body", COUNTED.values(), ids=COUNTED)
def test_who_looks_so_often_goes_on_when_nobody_answers(body: str) -> None:
    report = _explored(body)
    assert report.verdict in (Verdict.HOLDS, Verdict.BOUNDED)
    assert report.kind == ""
    assert set(report.notes) <= {"clock"}
    assert "gave up" in str(report.outcomes)


@pytest.mark.parametrize("way", [each for each in COUNTED if each != "what nobody sees"])
def test_who_looks_so_often_may_give_up_before_the_answer(way: str) -> None:
    """Although in every interleaving somebody answers in the end."""
    report = _explored(COUNTED[way], "    flag.value = 1")
    assert report.kind == ""
    assert sum("gave up" in str(outcome) for outcome in report.outcomes) == 1
    assert len(report.outcomes) == 2


@pytest.mark.parametrize(
    "body",
    [
        "    while not flag.value:\n        pass",
        "    while not any([flag.value for _ in [0] * 3]):\n        pass",
        "    while True:\n        for _ in [0] * 3:\n            if flag.value:\n                return",
        "    seen = [flag.value]\n    while not seen[0]:\n        seen = [flag.value]",
        "    for _ in iter(lambda: flag.value, 1):\n        pass",
        "    more = counter()\n    while not flag.value:\n        time.sleep(0.1)",
        "    end = object()\n    while (flag.value or end) is end:\n        pass",
    ],
)
def test_who_would_look_for_ever_is_noticed(body: str) -> None:
    assert _explored(body).kind == "livelock"
    assert _explored(body, "    flag.value = 1").verdict is Verdict.HOLDS


def test_a_parent_that_ends_may_still_be_alive_to_a_look() -> None:
    """The main process is looked at like any other."""
    found = outcomes(
        """
from multiprocessing import Process, parent_process

def work():
    print(parent_process().is_alive())

if __name__ == "__main__":
    Process(target=work).start()
"""
    )
    assert {each.text for each in found} == {("True",)}  # it waits for its children, still alive


UNJOINED = """
from multiprocessing import Lock, Process

def work(lock):
    with lock:
        print("found")

if __name__ == "__main__":
    Process(target=work, args=(Lock(),)).start()
"""


def test_a_schedule_says_what_had_been_learned() -> None:
    report = explore(Program(UNJOINED))
    assert (report.kind, report.fields["detail"]) == ("exception", "FileNotFoundError")
    assert report.schedule.startswith("early/")
    again = replay(Program(UNJOINED), report.schedule)
    assert (again.verdict, again.kind, again.fields) == (Verdict.BROKEN, "exception", report.fields)
