"""Lesson 10: buns that all get eaten, guests who all go home, reviews that come back in order.

All three are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print, never from what the learner's lines do.
"""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Sequence
from typing import Any

from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.scenario import Interleaved, Scenario


def told(view: View, who: str) -> list[Any]:
    """What the scenario printed after the name of `who`, a value for each line."""
    lines = (line.partition(": ") for line in view.output().splitlines())
    return [literal_eval(value) for name, _, value in lines if name == who]


# --- one-to-one ---------------------------------------------------------------------------------

STEAMER = """
from multiprocessing import Process, Queue
from time import sleep

def cook(bun):
    sleep(3)
    print(f"cooked: {{bun!r}}")
    return bun

def bite(bun):
    sleep(3)
    print(f"bitten: {{bun!r}}")

def kitchen(buns, steamer):
    make(buns, steamer, cook)

def guest(steamer):
    eat(steamer, bite)

if __name__ == "__main__":
    steamer = Queue({room})
    both = [
        Process(target=kitchen, args=({buns}, steamer), name="kitchen"),
        Process(target=guest, args=(steamer,), name="guest"),
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
"""


def breakfast_for_one(buns: Sequence[str], room: int = 0) -> Scenario:
    """One who makes `buns`, one who eats them, and a steamer with room for so many; 0 for any number."""
    wanted = list(buns)
    conditions: list[Condition] = [
        AtEnd("cooked", lambda view: told(view, "cooked") == wanted),
        AtEnd("only-buns", lambda view: set(told(view, "bitten")) <= set(wanted)),
        AtEnd("all-eaten", lambda view: sorted(told(view, "bitten")) == sorted(wanted)),
        AtEnd("in-order", lambda view: told(view, "bitten") == wanted),
    ]
    if len(wanted) > 1:
        conditions.append(AtOnce(least=2))
    return Scenario(main=STEAMER.format(buns=wanted, room=room or ""), conditions=conditions)


ONE_TO_ONE = Interleaved(
    id="10-producer-consumer/one-to-one",
    name="eat",
    examples=((["pork"],), (["pork", "leek"],), (["pork", "", "leek"],), ([],)),
    scenario=breakfast_for_one,
)


# --- many-to-many -------------------------------------------------------------------------------

COMPANY = """
from multiprocessing import Process, Queue, active_children
from time import sleep

def make(buns, steamer):
    for bun in buns:
        sleep(3)
        steamer.put(bun)
    print(f"made: {{buns!r}}")

def eat(guest, steamer):
    while (bun := steamer.get()) is not None:
        sleep(3)
        print(f"bitten: {{bun!r}}")
    print(f"home: {{guest!r}}")

if __name__ == "__main__":
    breakfast({batches}, {guests}, make, eat)
    print(f"left: {{len(active_children())}}")
"""
GUESTS = ("egon", "jason", "tank")
"""The notes' cast; more than three would show nothing new."""


def breakfast_for_many(batches: Sequence[Sequence[str]], guests: int) -> Scenario:
    """A maker for each of `batches`, and so many guests."""
    wanted = sorted(bun for batch in batches for bun in batch)
    names = GUESTS[:guests]
    conditions: list[Condition] = [
        AtEnd("only-buns", lambda view: set(told(view, "bitten")) <= set(wanted)),
        AtEnd("all-came", lambda view: set(told(view, "home")) == set(names)),
        AtEnd("a-cook-each", lambda view: sorted(told(view, "made")) == sorted(map(list, batches))),
        AtEnd("all-eaten", lambda view: sorted(told(view, "bitten")) == wanted),
        AtEnd("home-once", lambda view: sorted(told(view, "home")) == sorted(names)),
        AtEnd("waits", lambda view: told(view, "left") == [0]),
    ]
    busy = min(len(wanted), len(batches) + guests)
    if busy > 1:
        conditions.append(AtOnce(least=busy))
    main = COMPANY.format(batches=[list(batch) for batch in batches], guests=list(names))
    return Scenario(main=main, conditions=conditions)


MANY_TO_MANY = Interleaved(
    id="10-producer-consumer/many-to-many",
    name="breakfast",
    examples=(
        ([["pork"]], 1),
        ([["pork"]], 2),
        ([["pork"], ["leek"]], 1),
        ([["pork", "leek"], ["egg"]], 1),
        ([["pork"], ["leek"]], 2),
    ),
    scenario=breakfast_for_many,
)


# --- reviews ------------------------------------------------------------------------------------

TASTING = """
from multiprocessing import active_children
from os import getpid
from time import sleep

tasted = []

def taste(bun):
    sleep(3)
    tasted.append(bun)
    return {review}

if __name__ == "__main__":
    found = reviews({buns}, {guests}, taste)
    print("reviews:", repr(found).replace("." * {length}, ""))
    print(f"left: {{len(active_children())}}")
"""
_REVIEW = 'f"{{bun.upper()}} {{getpid()}} {{len(tasted)}}" + "." * {length}'
"""Who tastes and when is in a review: of two things that are the same, no two reviews are."""
LONG = 100_000
"""Characters of a review that no pipe takes at once: it takes 64 KiB."""


def tasting(buns: Sequence[str], guests: int, length: int = 1) -> Scenario:
    """So many guests who taste `buns`, and write reviews of so many characters; 0 for no review at all."""
    wanted = [bun.upper() if length else "None" for bun in buns]
    conditions: list[Condition] = [
        AtEnd("list", lambda view: isinstance(told(view, "reviews")[0], list)),
        AtEnd("all-back", lambda view: sorted(_tasted(view)) == sorted(wanted)),
        AtEnd("each-its-own", lambda view: not length or _unlike(told(view, "reviews")[0])),
        AtEnd("in-order", lambda view: _tasted(view) == wanted),
        AtEnd("waits", lambda view: told(view, "left") == [0]),
    ]
    busy = min(len(buns), guests)
    if busy:
        conditions += [AtOnce(most=guests), AtOnce(least=busy)]
    main = TASTING.format(
        review=_REVIEW.format(length=length) if length else "None",
        buns=list(buns),
        guests=guests,
        length=length or 1,
    )
    return Scenario(main=main, conditions=conditions)


def _tasted(view: View) -> list[str]:
    """Of what each review is that came back."""
    return [str(each).partition(" ")[0] for each in told(view, "reviews")[0]]


def _unlike(found: Sequence[Any]) -> bool:
    return len(set(found)) == len(found)


REVIEWS = Interleaved(
    id="10-producer-consumer/reviews",
    name="reviews",
    examples=(
        (["pork"], 1),
        (["pork", "leek"], 1),
        (["pork", "leek"], 2),
        (["pork"], 1, LONG),
        (["pork", "pork", "leek"], 2),
    ),
    scenario=tasting,
)


EXERCISES = (ONE_TO_ONE, MANY_TO_MANY, REVIEWS)
