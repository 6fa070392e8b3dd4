"""Lesson 04: children are started, waited for, and bring something back; in every interleaving.

What a scenario runs stands below the learner's definitions. So the `send`, `boss` and `add_up` of a
scenario take the place of the lesson's, which say on a timeline what they do. Main waits for late
children at its end: else the locks of what they share could be gone before they have begun, which is
true, and a story of its own.
"""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Callable
from typing import Any

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.messages import text, texts
from autograder.scenario import Interleaved, Scenario

LESSON = "04-process-class"
MAILBOX = {"mailbox.txt": b""}
SALARIES = (60_000, 256, 30_000, 9_000)
"""What the boss answers: more than an exit code holds, and one that it would turn into 0."""

SEND = """
import time

def send(letter):
    time.sleep(1)
    with open("mailbox.txt", "a", encoding="utf-8") as mailbox:
        mailbox.write(letter + "\\n")
"""


def _printed(line: int, wanted: object) -> Callable[[View], bool]:
    """Whether that line of the main process is `wanted`; -1 is its last one."""
    return lambda view: view.output("MainProcess").splitlines()[line] == str(wanted)


def _letters(count: int) -> list[str]:
    known = texts(f"{LESSON}.letters")
    return [known[number % len(known)] for number in range(count)]


# --- send-all: start all, then wait for all -----------------------------------------------------

SEND_ALL_MAIN = """
if __name__ == "__main__":
    send_all({letters!r})
    with open("mailbox.txt", encoding="utf-8") as mailbox:
        print(sorted(mailbox.read().splitlines()))
"""


def letters_to_send(letters: int, same: bool = False) -> Scenario:
    """So many letters, all of which must lie in the mailbox when `send_all` is back."""
    given = _letters(1) * letters if same else _letters(letters)
    return Scenario(
        main=SEND + SEND_ALL_MAIN.format(letters=given),
        files=MAILBOX,
        conditions=[
            AtEnd("all-there", _printed(-1, sorted(given))),
            AtOnce(least=letters),
        ],
    )


class _Letters(Interleaved):
    """An exercise whose letters can all have one text, or all be answered by 0."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, but whether they have, or are, is said in words."""
        found = super().fields(arguments)
        said = {
            name: text(f"{LESSON}.{name}") if found.get(name) else ""
            for name in ("same", "nothing")
        }
        return {**found, **said}


SEND_ALL = _Letters(
    id=f"{LESSON}/send-all",
    name="send_all",
    examples=((1,), (2,), (2, True), (3,)),
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
    return Scenario(
        main=SEND + LETTER_MAIN.format(written=list(zip(given, senders, strict=True))),
        files=MAILBOX,
        conditions=[
            AtEnd("is-process", _printed(-1, True)),
            AtEnd("twice", lambda view: not _more_than(_mailbox(view), given)),
            AtEnd("as-it-is", lambda view: set(_mailbox(view)) <= set(given)),
            AtEnd("sent", _printed(-3, sorted(given))),
            AtEnd(
                "quoted",
                lambda view: senders == ["sender"] or not _printed(-2, ["sender"] * letters)(view),
            ),
            AtEnd("named", _printed(-2, senders)),
            AtOnce(least=letters),
        ],
    )


def _mailbox(view: View) -> list[str]:
    """What lay in the mailbox when all had been joined."""
    lines: list[str] = literal_eval(view.output("MainProcess").splitlines()[-3])
    return lines


def _more_than(found: list[str], given: list[str]) -> bool:
    """Whether all that is there was given, and something is there more often."""
    return set(found) <= set(given) and len(found) > len(given)


LETTER = Interleaved(
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
    total = AtEnd("total", _printed(-1, sum(map(sum, departments))))
    main = PAYROLL_MAIN.format(departments=departments)
    conditions: list[Condition] = [
        AtEnd("a-number", lambda view: type(_returned(view)) is int),
        total,
    ]
    if quick:
        return Scenario(main=AT_ONCE_DONE + main, conditions=conditions)
    return Scenario(main=main, conditions=[*conditions, AtOnce(least=len(departments))])


PAYROLL = Interleaved(
    id=f"{LESSON}/payroll",
    name="payroll",
    # With one department alone, half of a join is a whole one; and sums has as many places as there are.
    examples=(
        ([[3], [4]],),
        ([[3], []],),
        ([[300], [20], [1]],),
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


def letters_to_answer(
    letters: int, lowest_first: bool = False, same: bool = False, nothing: bool = False
) -> Scenario:
    """So many letters, each of which the boss answers with a salary, or with nothing, which is 0."""
    given = _letters(1) * letters if same else _letters(letters)
    answers = sorted(SALARIES[:letters]) if lowest_first else list(SALARIES[:letters])
    answers = answers[:1] * letters if same else answers
    answers = [0] * letters if nothing else answers
    salaries = dict(zip(given, answers, strict=True))
    return Scenario(
        main=ASK_MAIN.format(salaries=salaries, letters=given),
        conditions=[
            AtEnd("a-list", lambda view: view.output("MainProcess").endswith("]\n")),
            AtEnd("numbers", _are_numbers),
            AtEnd("all-answers", lambda view: _same_numbers(view, answers)),
            AtEnd("in-order", lambda view: _returned(view) == answers),
            AtOnce(least=letters),
        ],
    )


def _are_numbers(view: View) -> bool:
    """Whether what was returned is no list of anything but numbers."""
    if not view.output("MainProcess").splitlines()[-1].startswith("["):
        return True
    return all(type(each) in {int, float} for each in _returned(view))


def _same_numbers(view: View, answers: list[int]) -> bool:
    """Whether a list of these numbers was returned, in whatever order."""
    given = _returned(view)
    return isinstance(given, list) and sorted(given) == sorted(answers)


def _returned(view: View) -> Any:
    """What the main process printed last, as a value."""
    return literal_eval(view.output("MainProcess").splitlines()[-1])


ASK = _Letters(
    id=f"{LESSON}/ask",
    name="ask",
    examples=((1,), (1, False, False, True), (2,), (2, False, True), (3,)),
    scenario=letters_to_answer,
)


EXERCISES = (LETTER, SEND_ALL, PAYROLL, ASK)
