"""`check` on exercises that are judged over every interleaving."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from autograder import checking, display, interleavings, messages
from autograder.cells import Cell, definitions
from autograder.checking import CheckFailed, check, examine_notebook
from autograder.explorer.conditions import Always, AtEnd, AtOnce
from autograder.explorer.outside import Finding
from autograder.explorer.reports import Verdict as Explored
from autograder.notebook import given
from autograder.report import describe
from autograder.scenario import Interleaved, Scenario
from autograder.verdict import Verdict

MAIN = """
from multiprocessing import Lock, Process

if __name__ == "__main__":
    lock = Lock()
    buyers = [Process(target=buy, args=(f"buyer {{n}}", lock)) for n in range({buyers})]
    for each in buyers:
        each.start()
    for each in buyers:
        each.join()
"""
STOCK = """
import json

def look():
    with open("stock.json") as file:
        return json.load(file)["count"]

def put(count):
    with open("stock.json", "w") as file:
        json.dump({"count": count}, file)
"""
RIGHT = """
def buy(name, lock):
    with lock:
        left = look()
        if left > 0:
            put(left - 1)
            print(name, "got one")
"""


def office(buyers: int, tickets: int) -> Scenario:
    """So many buyers for so many tickets."""
    sold = min(buyers, tickets)

    def holds(view: object) -> bool:
        left = json.loads(view.file("stock.json"))["count"]  # type: ignore[attr-defined]
        return left == tickets - sold and view.output().count("got one") == sold  # type: ignore[attr-defined]

    return Scenario(
        main=MAIN.format(buyers=buyers),
        files={"stock.json": json.dumps({"count": tickets}).encode()},
        conditions=[AtEnd("sold-once", holds)],
    )


SELL = Interleaved(
    id="06-lock/example", name="buy", examples=((2, 1), (2, 3), (1, 0)), scenario=office
)


@pytest.fixture(autouse=True)
def only_sell(monkeypatch: pytest.MonkeyPatch) -> None:
    """One exercise, told in English."""
    monkeypatch.setattr(checking, "find", lambda _: SELL)
    messages.use("en")


def verdict(answer: str, exercise: Interleaved = SELL) -> Verdict:
    """The verdict on an answer, below the functions that it is given."""
    cells = [Cell("Cell In[1]", STOCK), Cell("Cell In[2]", answer)]
    return examine_notebook(exercise, definitions(cells), exercise.examples)


def test_a_right_answer_holds_in_every_interleaving(capsys: pytest.CaptureFixture[str]) -> None:
    """It says how many there are, and that these are all."""
    with given([Cell("Cell In[1]", STOCK), Cell("Cell In[2]", RIGHT)]):
        check("06-lock/example")
    said = capsys.readouterr().out
    assert said.startswith("✓ 06-lock/example: right in every interleaving: ")
    assert "there are no others" in said


def test_a_wrong_one_is_shown_and_told() -> None:
    """A picture with the learner's own lines; the same as text; a recommendation; how to get a hint."""
    wrong = RIGHT.replace("with lock", "if True")
    cells = [Cell("Cell In[1]", STOCK), Cell("Cell In[2]", wrong)]
    with given(cells), display.kept() as pictures, pytest.raises(CheckFailed) as raised:
        check("06-lock/example")
    assert "another one came in" in str(raised.value)
    assert 'hint("06-lock/example")' in str(raised.value)
    (picture,) = pictures
    assert "<table" in picture["text/html"]
    assert "line 6 of In[1]" in picture["text/html"]
    assert 'return json.load(file)["count"]' in picture["text/plain"]
    assert "To see it again" not in picture["text/plain"]


@pytest.mark.parametrize(
    ("answer", "diagnosis"),
    [
        (RIGHT.replace("with lock", "if True"), "no-lock"),
        ("def buy(name, lock):\n    raise NotImplementedError()", "untouched"),
        ("x = 1", "missing"),
        ("def buy(name, lock)\n    pass", "syntax"),
        ("def buy(name, lock):\n    while True:\n        pass", "open.endless"),
        ("import socket\ndef buy(name, lock):\n    socket.socket()", "open.unsupported"),
        ("mine = open('x')\ndef buy(name, lock):\n    mine.read()", "left-out"),
        ("def buy(name, lock):\n    pass", "end"),
        ("def buy(name, lock):\n    open('stock.json', 'w').write('nonsense')", "end"),
        (RIGHT.replace("    with lock:", "    lock.acquire()\n    if True:"), "lock-kept"),
    ],
)
def test_each_mistake_has_its_name(answer: str, diagnosis: str) -> None:
    """The first sign in the story that there is a sentence for, else what went wrong."""
    assert verdict(answer).diagnosis == diagnosis


ENDLESS = "def buy(name, lock):\n    while True:\n        pass"
SOCKET = "import socket\ndef buy(name, lock):\n    socket.socket()"
STARTING = """
from multiprocessing import Process
def buy(name, lock):
    while True:
        Process(target=print).start()
"""


REASONS = {
    (ENDLESS, "en"): (
        "Look for what never ends: After 1000000 rounds, the loop at line 3 of In[2] had done nothing"
        " that other processes could see. That line is: pass"
    ),
    (ENDLESS, "zh"): (
        "找一找哪里停不下来：In[2] 第 3 行的循环转了 1000000 圈，没做过一件别的进程看得见的事。那一行是：pass"
    ),
    (SOCKET, "en"): (
        "This cannot be checked: line 3 of In[2] calls socket.socket, which the explorer has no model of."
        " That line is: socket.socket()"
    ),
    (SOCKET, "zh"): (
        "没法检查：In[2] 第 3 行调用了 socket.socket，探索器还不会模拟它。那一行是：socket.socket()"
    ),
    (STARTING, "en"): (
        "This cannot be checked: It starts processes without end: more than 200."
        " Line 5 of In[2]: Process(target=print).start()"
    ),
    (STARTING, "zh"): (
        "没法检查：它没完没了地启动进程：超过了 200 个。In[2] 第 5 行：Process(target=print).start()"
    ),
}


@pytest.mark.parametrize(("answer", "language"), REASONS)
def test_a_reason_is_one_sentence_and_names_its_cell(answer: str, language: str) -> None:
    """No verdict's head stands in the middle, and a line is named once."""
    messages.use(language)
    assert REASONS[answer, language] in describe(verdict(answer)).splitlines()


@pytest.mark.parametrize(
    ("language", "places"),
    [
        ("en", ["waits for Process-1 to end (line 10 of the check)", "line 2 of In[2]"]),
        ("zh", ["在等 Process-1 结束（检查里的第 10 行）", "In[2] 第 2 行"]),
    ],
)
def test_a_line_of_the_scenario_is_not_the_learners(language: str, places: list[str]) -> None:
    """It is named as the check's, in sentences and in the table."""
    messages.use(language)
    story = verdict(
        "def buy(name, lock):\n    lock.acquire()\n    while True:\n        look()"
    ).story
    for place in places:
        assert place in story.replace("\n", " "), story
    assert "test" not in story


def test_what_differs_from_run_to_run_is_no_pass() -> None:
    """A number drawn at random can be tried one way only: that is said, and gives no point."""
    answer = "import random\n" + RIGHT.replace("left > 0", "left > 0 and random.random() < 2")
    assert verdict(answer).diagnosis == "open.bounded"


@pytest.mark.parametrize(
    ("note", "diagnosis"),
    [
        ("budget", "open.too-much"),
        ("killed-inside", "open.killed"),
        ("identity", "open.identity"),
        ("clock", "open.bounded"),
    ],
)
def test_what_was_left_untried_is_told_by_its_reason(
    note: str, diagnosis: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where something can be done about it, the sentence says what."""
    real = interleavings.explored

    def in_part(*given: Any) -> Finding:
        return msgspec.structs.replace(real(*given), verdict=Explored.BOUNDED, notes=[note])

    monkeypatch.setattr(interleavings, "explored", in_part)
    monkeypatch.setattr(interleavings, "_known", {})
    found = verdict(RIGHT)
    assert found.diagnosis == diagnosis
    assert describe(found)


def test_the_exercise_may_have_a_better_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken rule is told in the exercise's own words where there are some."""
    found = {"06-lock.example.diagnoses": {"sold-once": "…"}, "check.diagnoses": {"end": "…"}}
    monkeypatch.setattr("autograder.interleavings._told", lambda key: found.get(key, {}))
    named = verdict("def buy(name, lock):\n    pass")
    assert (named.diagnosis, named.specific) == ("sold-once", True)


def test_whole_scenarios_may_come_with_a_hidden_test() -> None:
    """Their conditions, too: held by whoever asks, not by the learner's process."""
    with given([Cell("Cell In[1]", STOCK), Cell("Cell In[2]", RIGHT)]):
        check("06-lock/example", also=[(3, 2)])
        never = Scenario(main="", conditions=[AtEnd("never", lambda _: False)])
        with pytest.raises(CheckFailed):
            check("06-lock/example", also=[never])


def test_rules_are_looked_at_on_the_way_too() -> None:
    """What must always hold is judged after every operation, what must happen at once over all."""
    main = """
import time
from multiprocessing import Process, Value

if __name__ == "__main__":
    count = Value("i", 0)
    workers = [Process(target=buy, args=("", count)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
"""
    small = Always("small", lambda view: view.value("count") < 2)
    counted = Interleaved(
        id="06-lock/example",
        name="buy",
        examples=((),),
        scenario=lambda: Scenario(main=main, conditions=[small, AtOnce(least=2)]),
    )
    body = "import time\ndef buy(_, count):\n    with count.get_lock():\n        "
    assert verdict(body + "count.value += 1", counted).diagnosis == "rule"
    assert verdict(body + "time.sleep(1)", counted).diagnosis == "too-few"
    assert verdict("import time\ndef buy(_, count):\n    time.sleep(1)", counted).passed


@pytest.mark.parametrize("call", ["threading.Lock", "queue.Queue"])
def test_what_is_for_threads_is_named_as_such(call: str) -> None:
    """It is not modelled, and not needed: what is wrong is known."""
    answer = f"import queue, threading\ndef buy(name, lock):\n    {call}()\n"
    verdict = examine_notebook(SELL, definitions([Cell("Cell In[1]", answer)]), [(2, 1)])
    assert verdict.diagnosis == "open.threads"
    assert verdict.fields["call"] == call


def test_an_assertion_of_a_library_is_an_exception() -> None:
    """Nobody is told that what they asserted does not hold who has asserted nothing."""
    inside = "import multiprocessing\ndef buy(name, lock):\n    multiprocessing.RLock().release()\n"
    own = "def buy(name, lock):\n    assert name is None\n"
    for answer, diagnosis in ((inside, "exception"), (own, "assertion")):
        verdict = examine_notebook(SELL, definitions([Cell("Cell In[1]", answer)]), [(2, 1)])
        assert (verdict.diagnosis, verdict.fields["error"]) == (diagnosis, "AssertionError")


def test_what_cannot_be_tried_to_the_end_is_told_without_options() -> None:
    """How children were started is an option of the command line, and of no notebook."""
    answer = f"import time\n{STOCK}{RIGHT}    time.time() > 0\n"
    verdict = examine_notebook(SELL, definitions([Cell("Cell In[1]", answer)]), [(2, 1)])
    assert verdict.diagnosis == "open.bounded"
    assert "--start-method" not in describe(verdict)
