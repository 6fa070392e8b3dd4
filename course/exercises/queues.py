"""Lesson 09: letters that are collected once each, fetched before anybody is waited for, ended by a sign.

All four are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print, behind a mark, never from what the learner's lines do. The boss prints what
came back by ``repr``, shortened where the letters are long, so that an answer of any kind can be judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import STRINGS_IN, Said, told

PEOPLE = ("egon", "jason", "tank")
"""The notes' cast; more than three would show nothing new."""


def is_list_of(letters: Any, wanted: Sequence[Any]) -> bool:
    """Whether it is a list, or a tuple, of the wanted letters, each so often, in any order."""
    return isinstance(letters, list | tuple) and sorted(letters) == sorted(wanted)


# --- collect ------------------------------------------------------------------------------------

WRITING = """
from multiprocessing import Process, Queue
from time import sleep

LETTERS = {letters}

def write(person, q):
    sleep(3)
    q.put(LETTERS[person])

if __name__ == "__main__":
    print(f"⟪boss⟫ {{collect(list(LETTERS), write)!r}}")
"""


def writers(letters: Sequence[str]) -> Scenario:
    """Somebody who writes, for each of `letters`."""
    conditions: list[Condition] = [
        AtEnd("list", lambda view: isinstance(told(view, "boss")[0], list | tuple)),
        AtEnd("all-once", lambda view: is_list_of(told(view, "boss")[0], letters)),
    ]
    if len(letters) > 1:
        conditions.append(AtOnce(least=len(letters)))
    by_name = dict(zip(PEOPLE, letters, strict=False))
    return Scenario(main=WRITING.format(letters=by_name), conditions=conditions)


COLLECT = Interleaved(
    id="09-queue/collect",
    name="collect",
    examples=((["a raise"],), (["a raise", "a holiday"],), (["a raise", "a raise"],)),
    scenario=writers,
)


# --- drain-then-join ----------------------------------------------------------------------------

SENDING = """
from multiprocessing import Process, Queue

def send(person, sizes, q):
    for number, size in enumerate(sizes):
        q.put((person, number, "." * size))

if __name__ == "__main__":
    q = Queue()
    children = [Process(target=send, args=(*each, q), name=each[0]) for each in {cast}]
    for each in children:
        each.start()
    letters = bring_home(list(children), q, {count})
    codes = [each.exitcode for each in children]
    if type(letters) is list:
        letters = [(who, number, len(text)) for who, number, text in letters]
    print(f"⟪boss⟫ {{letters!r}}")
    print(f"⟪home⟫ {{codes}}")
"""


def senders(sizes: Sequence[Sequence[int]]) -> Scenario:
    """Somebody who sends letters of so many characters, for each of `sizes`."""
    cast = list(zip(PEOPLE, sizes, strict=False))
    wanted = [(who, number, size) for who, own in cast for number, size in enumerate(own)]
    return Scenario(
        main=SENDING.format(cast=[(who, list(own)) for who, own in cast], count=len(wanted)),
        conditions=[
            AtEnd("list", lambda view: isinstance(told(view, "boss")[0], list)),
            AtEnd("all-once", lambda view: is_list_of(told(view, "boss")[0], wanted)),
            AtEnd(
                "not-killed",
                lambda view: all(not code or code > 0 for code in told(view, "home")[0]),
            ),
            AtEnd("home", lambda view: set(told(view, "home")[0]) == {0}),
        ],
    )


LONG = 100_000
"""Characters of a letter that no pipe takes at once: it takes 64 KiB."""

DRAIN = Interleaved(
    id="09-queue/drain-then-join",
    name="bring_home",
    examples=(([[1]],), ([[1], [1]],), ([[LONG]],), ([[1, LONG]],)),
    scenario=senders,
)


# --- no-empty -----------------------------------------------------------------------------------

POSTING = (
    STRINGS_IN
    + """
from multiprocessing import Process, Queue

def egon(posts, q):
    own = [list(letters) for letters in posts]
    for letters in own:
        send(letters, q)
    print(f"⟪as before⟫ {{own == posts}}")

if __name__ == "__main__":
    q = Queue()
    posts = {posts}
    print(f"⟪egon⟫ {{posts!r}}")
    child = Process(target=egon, args=(posts, q), name="egon")
    child.start()
    for each in posts:
        print(f"⟪boss⟫ {{receive(q)!r}}")
    child.join()
"""
)


STRINGS = Said("[strings_in(send, receive)]", "09-queue.no-empty.strings")
"""The strings that a learner's own functions hold: whoever ends by a string will meet it as a letter."""


def posts(posts: Sequence[Sequence[str]] | str) -> Scenario:
    """One who sends some letters, perhaps several times; another who receives as often.

    Args:
        posts: The letters, post by post, or what they are in Python.
    """
    wanted = posts if isinstance(posts, str) else [list(each) for each in posts]

    def lists(view: View) -> list[Any]:
        return [list(each) if isinstance(each, tuple) else each for each in told(view, "boss")]

    all_lists = AtEnd("list", lambda view: all(isinstance(each, list) for each in lists(view)))
    main = POSTING.format(posts=str(wanted))
    if isinstance(wanted, str):
        any_string = AtEnd("any-string", lambda view: lists(view) == told(view, "egon")[0])
        return Scenario(main=main, conditions=[all_lists, any_string])
    sent = {letter for each in wanted for letter in each}

    def from_nobody(view: View) -> bool:
        """Whether there is an unsent letter in a batch without any."""
        return any(
            not batch and any(isinstance(each, str) and each not in sent for each in got)
            for got, batch in zip(lists(view), wanted, strict=False)
        )

    return Scenario(
        main=main,
        conditions=[
            all_lists,
            AtEnd("from-nobody", lambda view: not from_nobody(view)),
            AtEnd("none-back", lambda view: lists(view) != [[]] or wanted == [[]]),
            AtEnd(
                "all-once", lambda view: list(map(sorted, lists(view))) == list(map(sorted, wanted))
            ),
            AtEnd("in-order", lambda view: lists(view) == wanted),
            AtEnd("as-before", lambda view: len(wanted) < 2 or told(view, "as before") == [True]),
        ],
    )


NO_EMPTY = Interleaved(
    id="09-queue/no-empty",
    name="receive",
    examples=(
        ([["a raise"]],),
        ([["a raise", "a holiday"]],),
        ([[]],),
        ([["a raise", "", "please"]],),
        ([["a raise"], ["a holiday"]],),
        (STRINGS,),
    ),
    scenario=posts,
)


# --- bounded ------------------------------------------------------------------------------------

STUFFING = """
from multiprocessing import Process, Queue

def writes(person, letters, q):
    own = [*letters]
    print(f"⟪{{person}}⟫ {{post(letters, q)!r}}")
    print(f"⟪as before⟫ {{own == letters}}")

if __name__ == "__main__":
    q = Queue(maxsize={maxsize})
    writers = [Process(target=writes, args=(*each, q), name=each[0]) for each in {cast}]
    for each in writers:
        each.start()
    got = [q.get() for _ in range({early})]
    for each in writers:
        each.join()
    got += [q.get() for _ in range(q.qsize())]  # all have ended: now the number is right
    print(f"⟪boss⟫ {{got!r}}")
"""


def letterbox(maxsize: int, counts: Sequence[int], early: int = 0) -> Scenario:
    """A box with room for `maxsize` letters, and somebody who has so many, for each of `counts`.

    Args:
        maxsize: How many letters there is room for.
        counts: How many letters each has.
        early: How many the boss takes out while they write; the others when they have gone.
    """
    bundles = {
        who: [f"{who} {number}" for number in range(1, count + 1)]
        for who, count in zip(PEOPLE, counts, strict=False)
    }
    every = [letter for letters in bundles.values() for letter in letters]

    def back(view: View) -> list[Any]:
        return [each for who in bundles for each in told(view, who)]

    def came_back(view: View) -> list[str]:
        return [letter for each in back(view) for letter in each]

    def in_order(view: View) -> bool:
        got = told(view, "boss")[0]
        return all(
            [letter for letter in got if letter in own]
            == sorted(letter for letter in got if letter in own)
            and list(told(view, who)[0]) == sorted(told(view, who)[0])
            for who, own in bundles.items()
        )

    conditions = [
        AtEnd("list", lambda view: all(isinstance(each, list | tuple) for each in back(view))),
        AtEnd("lost", lambda view: {*told(view, "boss")[0], *came_back(view)} == set(every)),
        AtEnd(
            "twice", lambda view: len(told(view, "boss")[0]) + len(came_back(view)) == len(every)
        ),
        AtEnd("order", in_order),
    ]
    if not early:
        enough = min(maxsize, len(every))
        conditions.append(AtEnd("room", lambda view: len(told(view, "boss")[0]) >= enough))
    conditions.append(AtEnd("as-before", lambda view: all(told(view, "as before"))))
    cast = list(bundles.items())
    return Scenario(
        main=STUFFING.format(maxsize=maxsize, cast=cast, early=early), conditions=conditions
    )


BOUNDED = Interleaved(
    id="09-queue/bounded",
    name="post",
    examples=((3, [2]), (2, [3]), (1, [2, 1]), (1, [3], 1), (2, [4], 2)),
    scenario=letterbox,
)


EXERCISES = (COLLECT, BOUNDED, NO_EMPTY, DRAIN)
