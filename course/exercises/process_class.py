"""Lesson 04: children are started, waited for, and bring something back; in every interleaving.

What a scenario runs stands below the learner's definitions. So the `send`, `boss` and `add_up` of a
scenario take the place of the lesson's, which say on a timeline what they do. Main waits for late
children at its end: else the locks of what they share could be gone before they have begun, which is
true, and a story of its own.
"""

from __future__ import annotations

from ast import literal_eval
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, View
from autograder.messages import text, texts
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import told

LESSON = "04-process-class"
MAILBOX = {"mailbox.txt": b""}
SALARIES = (60_000, 256, 30_000, 9_000)
"""What the boss answers: more than an exit code holds, and one that it would turn into 0."""

SEND = """
import time
from multiprocessing import parent_process

def send(letter):
    parent = parent_process()
    print(f"⟪sent by a child of⟫ {parent and parent.name!r}")
    time.sleep(1)
    with open("mailbox.txt", "a", encoding="utf-8") as mailbox:
        mailbox.write(letter + "\\n")
"""


def _printed(line: int, wanted: object) -> Callable[[View], bool]:
    """Whether that line of the main process is `wanted`; -1 is its last one."""
    return lambda view: view.output("MainProcess").splitlines()[line] == str(wanted)


def _senders(view: View) -> list[str | None]:
    """Of whom each process that called `send` is a child; None for the main process."""
    return told(view, "sent by a child of")


def _mailbox(view: View) -> list[str]:
    """What lies in the mailbox at the end."""
    return (view.file("mailbox.txt") or b"").decode().splitlines()


def _letters(count: int, alike: bool = False) -> list[str]:
    """So many letters; from the second on they say the same if they are to be alike."""
    known = texts(f"{LESSON}.letters")
    return [known[min(number, 1) if alike else number % len(known)] for number in range(count)]


def _listed(each: Iterable[object]) -> str:
    """Things in brackets, behind their number in a scene; nothing if there are none."""
    separator = text(f"{LESSON}.separator")
    listed = separator.join(map(str, each))
    return text(f"{LESSON}.listed", listed=listed) if listed else ""


def _cut_down(numbers: Sequence[int]) -> list[list[int]]:
    """What is left of some numbers in places too small for them: of one byte or two, with a sign or without.

    >>> _cut_down([200, 3])
    [[-56, 3]]
    """
    cut = [
        [(number + below) % 2**bits - below for number in numbers]
        for bits in (8, 16)
        for below in (2 ** (bits - 1), 0)
    ]
    return [each for each in cut if each != list(numbers)]


# --- send-all: start all, then wait for all -----------------------------------------------------

SEND_ALL_MAIN = """
if __name__ == "__main__":
    send_all({letters!r})
    with open("mailbox.txt", encoding="utf-8") as mailbox:
        print(sorted(mailbox.read().splitlines()))
"""


def letters_to_send(letters: int, alike: bool = False) -> Scenario:
    """So many letters, all of which must lie in the mailbox when `send_all` is back."""
    given = _letters(letters, alike)
    return Scenario(
        main=SEND + SEND_ALL_MAIN.format(letters=given),
        files=MAILBOX,
        conditions=[
            AtEnd("by-children", lambda view: None not in _senders(view)),
            AtEnd("alike", lambda view: not alike or _every_one(view, given)),
            AtEnd("all-there", _printed(-1, sorted(given))),
            AtOnce(least=letters),
        ],
    )


def _every_one(view: View, given: Sequence[str]) -> bool:
    """Whether of letters of which each is there in some copy, each copy is there, too."""
    return set(_mailbox(view)) != set(given) or sorted(_mailbox(view)) == sorted(given)


class _SendAll(Interleaved):
    """One whose scene says what the letters are."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, and the letters."""
        given = map(repr, _letters(*arguments))
        return {**super().fields(arguments), "which": _listed(given)}


SEND_ALL = _SendAll(
    id=f"{LESSON}/send-all",
    name="send_all",
    # Of three, the first and the last can be joined and one be forgotten; a dictionary keeps one of two alike.
    examples=((1,), (2,), (3, True)),
    scenario=letters_to_send,
)


# --- letter: a class of processes ---------------------------------------------------------------

LETTER_MAIN = """
from multiprocessing import Process

if __name__ == "__main__":
    letters = [Letter(text, sender) for text, sender in {written!r}]
    for each in letters:
        each.start()
    for each in letters:
        each.join()
    with open("mailbox.txt", encoding="utf-8") as mailbox:
        print(sorted(mailbox.read().splitlines()))
    print([each.name for each in letters])
    print(all(isinstance(each, Process) for each in letters))
"""


def letters_as_processes(letters: int) -> Scenario:
    """So many letters, each a process of its own."""
    given, senders = _letters(letters), texts(f"{LESSON}.senders")[:letters]

    def by_child_of_child(view: View) -> bool:
        return any(parent not in (None, "MainProcess") for parent in _senders(view))

    def changed(view: View) -> bool:
        return len(_mailbox(view)) == letters and set(_mailbox(view)) != set(given)

    return Scenario(
        main=SEND + LETTER_MAIN.format(written=list(zip(given, senders, strict=True))),
        files=MAILBOX,
        conditions=[
            AtEnd("is-process", _printed(-1, True)),
            AtEnd("by-itself", lambda view: not by_child_of_child(view)),
            AtEnd("not-by-send", lambda view: bool(_senders(view)) or not _mailbox(view)),
            AtEnd("twice", lambda view: not Counter(_mailbox(view)) > Counter(given)),
            AtEnd("changed", lambda view: not changed(view)),
            AtEnd("sent", _printed(-3, sorted(given))),
            AtEnd("quoted", lambda view: not _printed(-2, ["sender"] * letters)(view)),
            AtEnd("named", _printed(-2, senders)),
            AtOnce(least=letters),
        ],
    )


class _Letter(Interleaved):
    """One whose scene says what the letters are, and from whom."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, and the letters."""
        written = zip(_letters(*arguments), texts(f"{LESSON}.senders"), strict=False)
        each = (text(f"{self.key}.from", text=repr(words), sender=who) for words, who in written)
        return {**super().fields(arguments), "which": _listed(each)}


LETTER = _Letter(
    id=f"{LESSON}/letter",
    name="Letter",
    examples=((1,), (2,)),
    scenario=letters_as_processes,
)


# --- payroll: the join that is missing ----------------------------------------------------------

PAYROLL_MAIN = """
import time
from multiprocessing import active_children

def add_up(number, salaries, sums):
    time.sleep(1)
    sums[number] = sum(salaries)

if __name__ == "__main__":
    print(payroll({departments!r}))
    for late in active_children():
        late.join()
"""


AT_ONCE_DONE = """
from multiprocessing import Process as RealProcess

class Process(RealProcess):
    def start(self):
        super().start()
        super().join()
"""


def departments_to_pay(departments: list[list[int]], quick: bool = False) -> Scenario:
    """The salaries of some departments, each added up by a process of its own.

    Quick clerks are done as soon as they begin: then it matters only how many there are.
    """
    sums = list(map(sum, departments))
    cut = [sum(each) for each in _cut_down(sums)]
    conditions = [
        AtEnd("number", lambda view: type(_returned(view)) in {int, float}),
        AtEnd("narrow", lambda view: _returned(view) not in cut),
        AtEnd("total", lambda view: bool(_returned(view) == sum(sums))),
    ]
    main = PAYROLL_MAIN.format(departments=departments)
    if quick:
        return Scenario(main=AT_ONCE_DONE + main, conditions=conditions)
    return Scenario(main=main, conditions=[*conditions, AtOnce(least=len(departments))])


PAYROLL = Interleaved(
    id=f"{LESSON}/payroll",
    name="payroll",
    # With one department alone, half of a join is a whole one; a sum of 0 is a sum, and a large one needs
    # room; of three, one in the middle can be forgotten; and sums has as many places as there are.
    examples=(
        ([[3], [4]],),
        ([[60_000], []],),
        ([[1], [2], [4]],),
        ([[1], [1], [1], [1]], True),
    ),
    scenario=departments_to_pay,
)


# --- ask: what a child found out is brought back ------------------------------------------------

ASK_MAIN = """
import time
from multiprocessing import active_children

SALARIES = {salaries!r}

def boss(letter):
    time.sleep(1)
    return SALARIES[letter]

if __name__ == "__main__":
    print(ask({letters!r}))
    for late in active_children():
        late.join()
"""


def _answered(
    letters: int, lowest_first: bool = False, alike: bool = False
) -> list[tuple[str, int]]:
    """So many letters, and what the boss says to each; where some are alike, nothing to the first."""
    salaries = sorted(SALARIES[:letters]) if lowest_first else list(SALARIES[:letters])
    if alike:
        salaries = [0, *[SALARIES[0]] * (letters - 1)]
    return list(zip(_letters(letters, alike), salaries, strict=True))


def letters_to_answer(letters: int, lowest_first: bool = False, alike: bool = False) -> Scenario:
    """So many letters, each of which the boss answers with a salary."""
    answered = _answered(letters, lowest_first, alike)
    given, answers = [letter for letter, _ in answered], [salary for _, salary in answered]
    return Scenario(
        main=ASK_MAIN.format(salaries=dict(answered), letters=given),
        conditions=[
            AtEnd("list", lambda view: _returns(view).startswith("[")),
            AtEnd("numbers", _are_numbers),
            AtEnd("alike", lambda view: not alike or len(_returned(view)) == letters),
            AtEnd("narrow", lambda view: _returned(view) not in _cut_down(answers)),
            AtEnd("all-answers", lambda view: _same_numbers(view, answers)),
            AtEnd("in-order", lambda view: _returned(view) == answers),
            AtOnce(least=letters),
        ],
    )


def _are_numbers(view: View) -> bool:
    """Whether there are numbers in the list, and nothing else."""
    return all(type(each) in {int, float} for each in _returned(view))


def _same_numbers(view: View, answers: list[int]) -> bool:
    """Whether a list of these numbers was returned, in whatever order."""
    given = _returned(view)
    return isinstance(given, list) and sorted(given) == sorted(answers)


def _returns(view: View) -> str:
    """What the main process printed last."""
    return view.output("MainProcess").splitlines()[-1]


def _returned(view: View) -> Any:
    """What the main process printed last, as a value."""
    return literal_eval(_returns(view))


class _Ask(Interleaved):
    """One whose scene says what the letters are, and what the boss says to them."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, and the letters with their answers."""
        said = (f"{letter!r}: {salary}" for letter, salary in _answered(*arguments))
        return {**super().fields(arguments), "which": _listed(said)}


ASK = _Ask(
    id=f"{LESSON}/ask",
    name="ask",
    # The last one has letters that are alike, and a boss who says 0.
    examples=((1,), (2,), (3, False, True)),
    scenario=letters_to_answer,
)


EXERCISES = (LETTER, SEND_ALL, PAYROLL, ASK)
