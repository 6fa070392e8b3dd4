"""Lesson 13: pages that are counted exactly, lines that stay in a nested list, a book made by messages alone.

All three are judged over every interleaving of two writers or three. A managed object is one more
process to talk to, so what uses one is kept to a line a writer.
"""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Mapping, Sequence

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.messages import text
from autograder.scenario import Interleaved, Scenario

LESSON = "13-sharing"
Lines = Mapping[str, Sequence[str]]


# --- count: a Value and an Array under one lock -------------------------------------------------

COUNT_MAIN = """
from multiprocessing import Array, Process, Value

def writer_comes(number, left, pages):
    print(f"{{number}}: {{take_page(left, pages, number)}}")

if __name__ == "__main__":
    left = Value("i", {left})
    pages = Array("i", {places})
    everybody = [Process(target=writer_comes, args=(each, left, pages)) for each in {writers}]
    for each in everybody:
        each.start()
    for each in everybody:
        each.join()
"""


def pages_for_all(writers: Sequence[int], left: int) -> Scenario:
    """Writers, by their numbers, come for a page at the same time, and so many are left.

    A number that stands there twice is a writer who has sent two processes.
    """
    alone = len(writers) == 1 and left == 1
    conditions: list[Condition] = [
        AtEnd("answer", lambda view: _answers(view) in _possible(len(writers))),
        AtEnd("below-zero", lambda view: view.value("left") >= 0),
        AtEnd("one-left", lambda view: not alone or "False" not in _answers(view)),
        AtEnd("refused", lambda view: _answers(view).count("True") == min(len(writers), left)),
        AtEnd("left", lambda view: view.value("left") == left - _answers(view).count("True")),
        AtEnd("pages", _noted),
    ]
    return Scenario(
        main=COUNT_MAIN.format(writers=list(writers), left=left, places=max(writers) + 1),
        conditions=conditions,
    )


def _told(view: View) -> list[tuple[int, str]]:
    """Who was told what."""
    lines = (line.partition(": ") for line in view.output().splitlines())
    return [(int(number), answer) for number, _, answer in lines if number.isdigit()]


def _answers(view: View) -> list[str]:
    return sorted(answer for _, answer in _told(view))


def _possible(writers: int) -> list[list[str]]:
    """What so many can be told: each of them True or False."""
    return [["False"] * (writers - served) + ["True"] * served for served in range(writers + 1)]


def _noted(view: View) -> bool:
    """Whether each writer's entry says how many pages they were given."""
    given = [number for number, answer in _told(view) if answer == "True"]
    pages = view.array("pages")
    return pages == [given.count(number) for number in range(len(pages))]


COUNT = Interleaved(
    id=f"{LESSON}/count",
    name="take_page",
    examples=(([0], 1), ([0, 1], 0), ([0, 1], 2), ([0, 1], 1), ([0, 0], 2)),
    scenario=pages_for_all,
)


# --- nested: a list within a managed dictionary -------------------------------------------------

NESTED_MAIN = """
from multiprocessing import Lock, Manager, Process

def writer_comes(book, lock, name, line):
    note(book, lock, name, line)
    print(f"{{name}}: {{line}}")

if __name__ == "__main__":
    lock = Lock()
    with Manager() as manager:
        book = manager.dict({begun})
        writers = [Process(target=writer_comes, args=(book, lock, *each)) for each in {work}]
        for each in writers:
            each.start()
        for each in writers:
            each.join()
        print(book.copy())
"""


def lines_to_note(work: Sequence[tuple[str, str]], begun: Lines) -> Scenario:
    """Each of `work` is noted by a process of its own: whose line, and the line; the book is not empty."""
    wanted = {name: list(lines) for name, lines in begun.items()}
    for name, line in work:
        wanted.setdefault(name, []).append(line)
    return Scenario(
        main=NESTED_MAIN.format(work=list(work), begun=dict(begun)),
        conditions=[
            AtEnd("names", lambda view: _book(view).keys() == wanted.keys()),
            AtEnd(
                "a-tuple",
                lambda view: not any(isinstance(each, tuple) for each in _book(view).values()),
            ),
            AtEnd(
                "a-list", lambda view: all(isinstance(each, list) for each in _book(view).values())
            ),
            AtEnd("in-front", lambda view: not _in_front(_book(view), begun)),
            AtEnd("kept", lambda view: _kept(_book(view), begun)),
            AtEnd("letters", lambda view: not _letters(_book(view), work)),
            AtEnd("lines", lambda view: _sorted(_book(view)) == _sorted(wanted)),
        ],
    )


def _book(view: View) -> dict[str, list[str]]:
    """The book that main printed last."""
    book = literal_eval(view.output("MainProcess").splitlines()[-1])
    if not isinstance(book, dict):
        raise TypeError(book)
    return book


def _all_lines(book: Lines) -> list[tuple[int, str]]:
    """All that is written in a book, whoever wrote it; and how many wrote."""
    return sorted((len(book), line) for lines in book.values() for line in lines)


def _kept(book: Lines, begun: Lines) -> bool:
    """Whether all lines that were there before still stand first."""
    return all(list(book[name][: len(lines)]) == lines for name, lines in begun.items())


def _in_front(book: Lines, begun: Lines) -> bool:
    """Whether what was there before stands behind what is new."""
    return any(
        len(book[name]) > len(lines) > 0
        and list(book[name][-len(lines) :]) == list(lines) != list(book[name][: len(lines)])
        for name, lines in begun.items()
    )


def _letters(book: Lines, work: Sequence[tuple[str, str]]) -> bool:
    """Whether somebody's line stands there letter by letter."""
    return any(set(line) <= set(book[name]) for name, line in work)


def _sorted(book: Lines) -> dict[str, list[str]]:
    """A book whose lines stand in no order of arrival."""
    return {name: sorted(lines) for name, lines in book.items()}


NESTED = Interleaved(
    id=f"{LESSON}/nested",
    name="note",
    examples=(
        ([("egon", "buns")], {"egon": []}),
        ([("egon", "buns")], {}),
        ([("egon", "buns")], {"egon": ["tea"]}),
        ([("egon", "buns"), ("egon", "tea")], {"egon": []}),
        ([("egon", "buns"), ("egon", "tea")], {}),
    ),
    scenario=lines_to_note,
)


# --- messages: nothing shared, everything sent --------------------------------------------------

NAMES = ("egon", "jason", "tank")
MESSAGES_ALONE = """
import multiprocessing

SHARING = ("Array", "Manager", "RawArray", "RawValue", "Value")

class NothingShared(Exception):
    pass

def closed(*_arguments, **_keywords):
    raise NothingShared("messages alone")

def close(names):
    shared = [getattr(multiprocessing, each) for each in SHARING]
    for each in SHARING:
        setattr(multiprocessing, each, closed)
    for name, each in list(names.items()):
        if each in shared:
            names[name] = closed
    names["open"] = closed
"""
"""A module of the scenario: what shares, files included, is closed under every name that a program has for it."""
MESSAGES_MAIN = """
import time
import messages_alone

messages_alone.close(globals())

def write(name):
    time.sleep(1)
    return [f"{{name}}{middle}{{number}}".ljust({length}, ".") for number in range({lines}[name])]

if __name__ == "__main__":
    book = gather(write, {names})
    if isinstance(book, dict):
        book = {{name: [line.rstrip(".") for line in lines] for name, lines in book.items()}}
    print(repr(book))
"""


def book_by_messages(lines: Sequence[int], length: int = 1, middle: str = " ") -> Scenario:
    """So many lines of each writer, of so many signs at least; all write at once, and one gathers.

    In the middle of a line stands `middle`: whoever makes a text of several lines cannot take it apart again.
    More than some 60,000 signs do not fit into a queue's pipe, nor some 200,000 into one of two directions:
    their writer does not end before they are read.
    """
    each = dict(zip(NAMES, lines, strict=False))
    book = {
        name: [f"{name}{middle}{number}" for number in range(count)] for name, count in each.items()
    }
    written = MESSAGES_MAIN.format(
        names=list(book), lines=each, length=length, middle=repr(middle)[1:-1]
    )
    return Scenario(
        main=written,
        modules={"messages_alone": MESSAGES_ALONE},
        conditions=[
            AtEnd("a-dictionary", lambda view: view.output("MainProcess").endswith("}\n")),
            AtEnd("no-entry", lambda view: not _empty_left_out(_book(view), book)),
            AtEnd("torn", lambda view: not _torn(_book(view), book)),
            AtEnd(
                "missing",
                lambda view: (
                    _book(view).keys() == book.keys()
                    and _all_lines(_book(view)) == _all_lines(book)
                ),
            ),
            AtEnd("lines", lambda view: _book(view) == book),
            AtOnce(least=len(book)),
        ],
    )


def _empty_left_out(book: Lines, wanted: Lines) -> bool:
    """Whether nothing is amiss, but that those who wrote nothing have no entry."""
    return book != wanted and {**{name: [] for name in wanted}, **book} == wanted


def _torn(book: Lines, wanted: Lines) -> bool:
    """Whether all that was written is there, in other pieces."""
    return book != wanted and _in_one(book) == _in_one(wanted)


def _in_one(book: Lines) -> dict[str, str]:
    """Everybody's lines as one text, without its blanks."""
    return {name: "".join("".join(lines).split()) for name, lines in book.items()}


class _Messages(Interleaved):
    """One whose scene says whether there are line breaks in lines."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, but for the line breaks."""
        found = super().fields(arguments)
        return {**found, "broken": text(f"{self.key}.broken") if found["middle"] == "\n" else ""}


MESSAGES = _Messages(
    id=f"{LESSON}/messages",
    name="gather",
    examples=(
        ([1],),
        ([1, 1],),
        ([2, 1],),
        ([0],),
        ([1], 1, "\n"),
        ([1, 1], 300_000),
    ),
    scenario=book_by_messages,
)

EXERCISES = (COUNT, NESTED, MESSAGES)
