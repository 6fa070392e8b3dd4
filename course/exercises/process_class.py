"""Lesson 04: children are started, waited for, and bring something back; in every interleaving.

What a scenario runs stands below the learner's definitions. So the `send`, `boss` and `add_up` of a
scenario take the place of the lesson's, which say on a timeline what they do. Main waits for late
children at its end: else the locks of what they share could be gone before they have begun, which is
true, and a story of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, View
from autograder.messages import text, texts
from autograder.scenario import Interleaved, Scenario
from course.exercises.letters import LESSON, listed, some_letters
from course.exercises.marked import told
from course.exercises.process_class_results import ASK, PAYROLL

MAILBOX = {"mailbox.txt": b""}
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


# --- send-all: start all, then wait for all -----------------------------------------------------

SEND_ALL_MAIN = """
if __name__ == "__main__":
    send_all({letters!r})
    with open("mailbox.txt", encoding="utf-8") as mailbox:
        print(sorted(mailbox.read().splitlines()))
"""


def letters_to_send(letters: int, alike: bool = False) -> Scenario:
    """So many letters, all of which must lie in the mailbox when `send_all` is back."""
    given = some_letters(letters, alike)
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
        given = map(repr, some_letters(*arguments))
        return {**super().fields(arguments), "which": listed(given)}


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
    given, senders = some_letters(letters), texts(f"{LESSON}.senders")[:letters]

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
        written = zip(some_letters(*arguments), texts(f"{LESSON}.senders"), strict=False)
        each = (text(f"{self.key}.from", text=repr(words), sender=who) for words, who in written)
        return {**super().fields(arguments), "which": listed(each)}


LETTER = _Letter(
    id=f"{LESSON}/letter",
    name="Letter",
    examples=((1,), (2,)),
    scenario=letters_as_processes,
)


EXERCISES = (LETTER, SEND_ALL, PAYROLL, ASK)
