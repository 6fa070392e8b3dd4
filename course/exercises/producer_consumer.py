"""Lesson 10: buns that all get eaten, guests who all go home, reviews that come back in order.

All three are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print, behind a mark, never from what the learner's lines do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import STRINGS_IN, Said, told

# --- one-to-one ---------------------------------------------------------------------------------

STEAMER = (
    STRINGS_IN
    + """
from multiprocessing import Process, Queue
from time import sleep

bitten = []

def cook(bun):
    sleep(3)
    print(f"⟪cooked⟫ {{bun!r}}")
    return bun.swapcase()

def bite(bun):
    sleep(3)
    print(f"⟪bitten⟫ {{bun!r}}")
    bitten.append(bun)
    if len(bitten) > 9:
        raise RuntimeError("nobody can eat that much")

def kitchen(buns, steamer):
    make(buns, steamer, cook)

def guest(steamer):
    eat(steamer, bite)

if __name__ == "__main__":
    steamer = Queue({room})
    buns = {buns}
    print(f"⟪wanted⟫ {{buns!r}}")
    both = [
        Process(target=kitchen, args=(buns, steamer), name="kitchen"),
        Process(target=guest, args=(steamer,), name="guest"),
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
"""
)
OWN_STRINGS = Said(
    "[each.swapcase() for each in strings_in(make, eat)]", "10-producer-consumer.one-to-one.strings"
)
"""What the strings are made of that a learner's own functions hold: there are buns of that name, too."""


def breakfast_for_one(buns: Sequence[str] | Said, room: int = 0) -> Scenario:
    """One who makes `buns`, one who eats them, and a steamer with room for so many; 0 for any number.

    A bun that is ready has another name than a raw one, its letters the other way round: what is put
    without being cooked is seen.
    """
    if isinstance(buns, Said):
        any_string = AtEnd("any-string", lambda view: told(view, "bitten") == _ready(view))
        return Scenario(main=STEAMER.format(buns=str(buns), room=""), conditions=[any_string])
    wanted = list(buns)
    conditions: list[Condition] = [
        AtEnd("cooked", lambda view: told(view, "cooked") == wanted),
        AtEnd("raw", lambda view: not any(map(_raw(view).__contains__, told(view, "bitten")))),
        AtEnd("only-buns", lambda view: {*told(view, "bitten")} <= {*_ready(view)}),
        AtEnd("all-eaten", lambda view: sorted(told(view, "bitten")) == sorted(_ready(view))),
        AtEnd("in-order", lambda view: told(view, "bitten") == _ready(view)),
    ]
    if len(wanted) > 1:
        conditions.append(AtOnce(least=2))
    return Scenario(main=STEAMER.format(buns=wanted, room=room or ""), conditions=conditions)


def _raw(view: View) -> list[str]:
    """The buns that are wanted, as they are before they have been cooked, where that is different."""
    return [bun for bun in told(view, "wanted")[0] if bun not in _ready(view)]


def _ready(view: View) -> list[str]:
    """The buns that are wanted, as they are when they have been cooked."""
    return [bun.swapcase() for bun in told(view, "wanted")[0]]


ONE_TO_ONE = Interleaved(
    id="10-producer-consumer/one-to-one",
    name="eat",
    examples=((["pork"],), (["pork", "leek"],), (["pork", "", "leek"],), ([],), (OWN_STRINGS,)),
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
    print(f"⟪made⟫ {{buns!r}}")

def eat(guest, steamer):
    while (bun := steamer.get()) is not None:
        sleep(3)
        print(f"⟪bitten⟫ {{bun!r}}")
    print(f"⟪home⟫ {{guest!r}}")

if __name__ == "__main__":
    breakfast({batches}, {guests}, make, eat)
    print(f"⟪left⟫ {{len(active_children())}}")
"""
GUESTS = ("egon", "jason", "tank")
"""The notes' cast; more than three would show nothing new."""


def breakfast_for_many(batches: Sequence[Sequence[str]], guests: int) -> Scenario:
    """A maker for each of `batches`, and so many guests."""
    wanted = sorted(bun for batch in batches for bun in batch)
    names = GUESTS[:guests]
    conditions: list[Condition] = [
        AtEnd("a-cook-each", lambda view: sorted(told(view, "made")) == sorted(map(list, batches))),
        AtEnd("only-buns", lambda view: set(told(view, "bitten")) <= set(wanted)),
        AtEnd("all-came", lambda view: set(told(view, "home")) == set(names)),
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
    print("⟪reviews⟫", repr(found).replace("." * {length}, ""))
    print(f"⟪left⟫ {{len(active_children())}}")
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
        (["pork"], 1, 0),
        (["pork", "leek"], 1),
        (["pork", "leek"], 2),
        (["pork"], 1, LONG),
        (["pork", "pork", "leek"], 2),
    ),
    scenario=tasting,
)


EXERCISES = (ONE_TO_ONE, MANY_TO_MANY, REVIEWS)
