"""What is said of joins that go through or never do, and of who goes round and round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder import messages
from autograder.explorer import text
from autograder.explorer.causes import causes
from autograder.explorer.exploring import explore
from autograder.explorer.operations import Op
from autograder.explorer.reports import Report, Story, Verdict, Wait
from autograder.explorer.settings import Limits
from autograder.explorer.source import Program

# --- Queues that are joined ---------------------------------------------------------------------------

JOINED = """from multiprocessing import JoinableQueue, Process

def guest(steamer):
    while True:
        bun = steamer.get()
        {eats}
        steamer.task_done()

if __name__ == "__main__":
    steamer = JoinableQueue()
    {joins}
    Process(target=guest, args=(steamer,), daemon=True).start()
    steamer.put("bun")
    {joins}
    {end}
"""


def joined(eats: str = "pass", joins: str = "steamer.join()", end: str = "assert False") -> str:
    """The story of a program that joins a queue."""
    program = Program(JOINED.format(eats=eats, joins=joins, end=end))
    return text.render(explore(program), program)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "sees that all of steamer is done"), ("zh", "看到 steamer 没有欠着的活")],
)
def test_a_join_that_goes_through_is_shown(language: str, words: str) -> None:
    """One before the first put goes through, and that may be the whole mistake."""
    messages.use(language)
    told = joined()
    assert told.count(words) == 2
    assert told.index(words) < told.index("steamer.put")


def test_joins_in_a_row_are_shown_too() -> None:
    """They are no repetition that says nothing."""
    messages.use("en")
    told = joined(joins="for _ in range(3): steamer.join()")
    assert "sees that all of steamer is done ×3" in told


def test_so_many_joins_leave_room_for_the_rest() -> None:
    """Of very many, the first and the last ones."""
    messages.use("en")
    told = joined(joins="for _ in range(40): steamer.join()")
    assert told.count("sees that all of steamer is done ×6") == 2
    assert "puts something into steamer" in told


@pytest.mark.parametrize(
    ("eats", "english", "chinese"),
    [
        ("steamer.put(bun)", "and the count never comes to 0.", "可欠着的数永远到不了 0。"),
        (
            "return",
            "and nobody is left who could call task_done().",
            "可再没有谁会调用 task_done()。",
        ),
    ],
)
def test_a_count_that_never_comes_to_zero_is_not_for_want_of_anybody(
    eats: str, english: str, chinese: str
) -> None:
    """Who reports one task and makes another calls task_done() all right."""
    for language, words in (("en", english), ("zh", chinese)):
        messages.use(language)
        assert words in joined(eats, end="").replace("\n", " ").replace("  ", " ")


# --- Who goes round and round -------------------------------------------------------------------------

ROUNDS = """import json
import time
from multiprocessing import Lock, Process, Value

{work}

if __name__ == "__main__":
    with open("ticket.json", "w") as file:
        json.dump({{"count": 0}}, file)
    lock, flag = Lock(), Value("i", 0)
    {first}
    people = [Process(target=work, args=(lock, flag), name=name) for name in ("egon", "jason")]
    for each in people:
        each.start()
    for each in people:
        each.join()
"""
RETRY = "def work(lock, flag):\n    while not lock.acquire(timeout=1):\n        pass"
TICKETS = """def work(lock, flag):
    while True:
        with lock:
            with open("ticket.json") as file:
                if json.load(file)["count"] > 0:
                    break
"""
BLIND = "def work(lock, flag):\n    while True:\n        flag.value = 1"
WATCH = "def work(lock, flag):\n    while not flag.value:\n        time.sleep(1)"


def rounds(work: str, first: str = "pass") -> str:
    """What is said of a program that goes round in circles, in one line."""
    program = Program(ROUNDS.format(work=work, first=first))
    return text.message(explore(program, limits=Limits(seconds=5)), program)


def test_who_may_get_it_yet_need_never_stop() -> None:
    """A time limit that is tried again is asked for again; nothing is said that only chance decides."""
    messages.use("en")
    told = rounds(RETRY, "lock.acquire()")
    assert "egon asks for lock again and again" in told
    assert "ever end that" not in told
    messages.use("zh")
    assert "egon 一遍又一遍地要 lock" in rounds(RETRY, "lock.acquire()")


def test_who_looks_at_nothing_surely_goes_on_for_ever() -> None:
    """Where no answer comes, none could end it."""
    messages.use("en")
    assert "and nothing that it does or sees will ever end that" in rounds(BLIND)
    messages.use("zh")
    assert "不管它做什么、看到什么，都停不下来" in rounds(BLIND)


@pytest.mark.parametrize(
    ("work", "answer"),
    [(TICKETS, "reads ticket.json: '{\"count\": 0}'"), (WATCH, "reads flag: 0")],
    ids=["file", "value"],
)
def test_the_answer_that_matters_is_what_is_read(work: str, answer: str) -> None:
    """Not that there is a file to read, nor that it sleeps in between."""
    messages.use("en")
    told = rounds(work)
    assert f"always gets the same answer: it {answer}" in told
    assert "it is there" not in told


def test_whoever_goes_round_is_told_so_whoever_has_what_it_asks_for() -> None:
    """The table says that it goes round and round; that it waits for a lock would be another story."""
    messages.use("en")
    waits = [
        Wait(1, Op("disk.look", "disk", "/desk/t.json"), True, (), "a.py", 3),
        Wait(2, Op("lock.acquire", "lock-0:1"), True, (1,), "a.py", 2),
    ]
    story = Story(
        steps=(),
        names={1: "egon", 2: "jason"},
        labels={"process-0.1": "egon", "process-0.2": "jason", "lock-0:1": "lock"},
        waits=waits,
        homes={1: "process-0.1", 2: "process-0.2"},
    )
    assert causes(Report(Verdict.BROKEN, "livelock", story=story), Program("")) == [
        "egon goes round and round (line 3), and need never stop.",
        "jason goes round and round (line 2), and need never stop.",
    ]
    blocked = replace(story, waits=[waits[0], replace(waits[1], spins=False)])
    assert causes(Report(Verdict.BROKEN, "livelock", story=blocked), Program("")) == [
        "egon goes round and round (line 3), and need never stop.",
        "jason waits for lock (line 2), which egon has.",
    ]
