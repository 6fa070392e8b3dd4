"""Signs of mistakes with what a manager keeps, each by a small program that makes it."""

from __future__ import annotations

import pytest

from autograder.explorer.conditions import AtEnd
from autograder.explorer.exploring import explore
from autograder.explorer.signs import signs
from autograder.explorer.source import Program

MAIN = """
from multiprocessing import Lock, Manager, Process

def work(book, lock):
{work}

if __name__ == "__main__":
    lock = Lock()
    with Manager() as manager:
        book = manager.dict({{"lines": [], "count": 0}})
        both = [Process(target=work, args=(book, lock)) for _ in range(2)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        print(len(book["lines"]) + book["count"])
"""
COUNTED = AtEnd("counted", lambda view: view.output() == "2\n")


def found(*lines: str) -> list[str]:
    """The signs in the story of two who each are to note a line, or to count one."""
    program = Program(MAIN.format(work="\n".join(f"    {line}" for line in lines)))
    return signs(explore(program, conditions=[COUNTED]), program)


@pytest.mark.parametrize(
    "line",
    [
        'book["lines"].append(1)',
        'book.get("lines").append(1)',
        'book.setdefault("lines", []).append(1)',
        'lines = book["lines"]; lines.append(1)',
    ],
)
def test_a_list_that_is_not_put_back(line: str) -> None:
    """Whoever changes what a manager's dictionary gave them changes a copy, under a lock or not."""
    assert found(line)[0] == "not-put-back"
    assert found("with lock:", f"    {line}")[0] == "not-put-back"


@pytest.mark.parametrize(
    "lines",
    [
        ['lines = book["lines"]', "lines.append(1)", 'book["lines"] = lines'],
        ['lines = book["lines"]', "lines.append(1)", "book.update(lines=lines)"],
        ['book["count"] = book["count"] + 1'],
        ['book["count"] += 1'],
    ],
)
def test_a_race_for_what_is_put_back(lines: list[str]) -> None:
    """What is put back without a lock can be lost all the same, and that is said of a manager's objects, too."""
    assert found(*lines)[0] == "no-lock"
    assert not found("with lock:", *(f"    {line}" for line in lines))
    locked, *rest = lines
    if rest:
        assert "change-outside" in found(
            "with lock:", f"    {locked}", *rest
        ) or "look-outside" in found(locked, "with lock:", *(f"    {line}" for line in rest))


SPENT = """
from multiprocessing import Process, Value

def spend(purse):
{work}

if __name__ == "__main__":
    purse = Value("i", 1)
    both = [Process(target=spend, args=(purse,)) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
"""


def spent(*lines: str) -> list[str]:
    """The signs in the story of two who each would spend the last coin."""
    program = Program(SPENT.format(work="\n".join(f"    {line}" for line in lines)))
    in_debt = AtEnd("in debt", lambda view: view.value("purse") >= 0)
    return signs(explore(program, conditions=[in_debt]), program)


def test_a_look_on_the_line_that_changes_decides_nothing() -> None:
    """What was decided in one hold of the lock is done in the next, where it is read once more."""
    look = ["with purse.get_lock():", "    if not purse.value: return"]
    assert spent(*look, "with purse.get_lock():", "    purse.value -= 1")[0] == "two-holds"


def test_who_looks_again_decides_again() -> None:
    """A hold with a look of its own goes by that, whatever is wrong with it."""
    look = ["with purse.get_lock():", "    purse.value"]
    again = ["with purse.get_lock():", "    if purse.value > -1:", "        purse.value -= 1"]
    assert "two-holds" not in spent(*look, *again)


def test_an_empty_list_that_is_begun_outside() -> None:
    """It hides what another has put there meanwhile; under the lock it does not."""
    begin = ['if not book["lines"]:', '    book["lines"] = []']
    rest = ['book["lines"] = book["lines"] + [1]']
    assert "begun-outside" in found(*begin, "with lock:", *(f"    {each}" for each in rest))
    within = found("with lock:", *(f"    {each}" for each in begin), *rest)
    assert "begun-outside" not in within


def test_who_fails_had_no_time_to_put_it_back() -> None:
    """Its mistake is another one."""
    assert "not-put-back" not in found('book["lines"] = book["lines"] + 1')


def test_room_in_a_queue_is_no_lock() -> None:
    """Who has taken a place in a queue has begun the list outside all the same."""
    room = ["from multiprocessing import Queue", "Queue(1).put(1)"]
    begin = ['if not book["lines"]:', '    book["lines"] = []']
    rest = ["with lock:", '    book["lines"] = book["lines"] + [1]']
    assert "begun-outside" in found(*room, *begin, *rest)
