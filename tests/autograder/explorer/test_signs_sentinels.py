"""Signs of well-known mistakes with sentinels, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs_sentinels as module
from autograder.explorer.conditions import AtEnd
from autograder.explorer.exploring import explore
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries, use

MAIN = """
from multiprocessing import Process, Queue

END = object()

def make(q):
    for bun in {buns}:
        q.put(bun)

def eat(q):
    {loop}
        print(bun, end=";")

if __name__ == "__main__":
    q = Queue()
    maker = Process(target=make, args=(q,))
    eaters = [Process(target=eat, args=(q,)) for _ in range({eaters})]
    for each in [maker, *eaters]:
        each.start()
    {say}
    for each in eaters:
        each.join()
    {after}
"""
UP_TO_NONE = "while (bun := q.get()) is not None:"
UP_TO_END = "while (bun := q.get()) != END:\n        if type(bun) is object: continue"
SAY = "maker.join(); q.put(None)"


def found(
    loop: str = UP_TO_NONE,
    *,
    buns: tuple[object, ...] = ("pork", "leek"),
    say: str = SAY,
    eaters: int = 1,
    after: str = "",
) -> list[str]:
    """The signs in the story of one who makes buns and some who eat them."""
    text = MAIN.format(loop=loop, buns=buns, say=say, eaters=eaters, after=after)
    eaten = AtEnd("eaten", lambda view: len(view.output().split(";")) == len(buns) + 1)
    program = Program(text)
    report = explore(program, Settings(), [eaten])
    return signs(report, program)


@pytest.mark.parametrize(
    ("sign", "program"),
    [
        ("missed-the-sign", {"loop": "while True:\n        bun = q.get()"}),
        ("sign-for-another", {"eaters": 2}),
        ("nobody-said", {"say": ""}),
        ("waits-for-the-gone", {"after": "q.get()"}),
        (
            "equals-nothing",
            {"say": "maker.join(); q.put(END)", "loop": UP_TO_END},
        ),
        ("nothing-put", {"buns": (), "say": ""}),
        ("falsy-end", {"loop": "while bun := q.get():", "buns": ("", "leek")}),
        ("said-too-early", {"say": "q.put(None); maker.join()"}),
        ("said-too-early", {"buns": ("pork", None, "leek")}),
        ("did-not-wait", {"loop": "while not q.empty():\n        bun = q.get()"}),
    ],
)
def test_each_mistake_shows(sign: str, program: dict[str, object]) -> None:
    """The mistake that it makes is its most telling sign, but for one of queues."""
    assert sign in found(**program)[:2]  # type: ignore[arg-type]


def test_what_is_right_shows_nothing() -> None:
    """Where nothing went wrong there is no story, and no sign."""
    assert found() == []
    assert found(eaters=2, say="maker.join(); q.put(None); q.put(None)") == []


def test_somebody_who_comes_back_has_not_given_up() -> None:
    """Who looks in vain and gets it at the next look did wait; the sign is another one."""
    patient = "while True:\n        while q.empty():\n            pass\n        bun = q.get()"
    assert "did-not-wait" not in found(patient)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_has_a_general_sentence(language: str) -> None:
    """A sign that an exercise has no words for is told in general words."""
    use(language)
    named = re.findall(r"^ +``([a-z-]+)``", str(module.signs.__doc__), re.MULTILINE)
    assert set(named) <= entries("check.diagnoses").keys()
