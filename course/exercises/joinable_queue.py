"""Lesson 11: a steamer that knows when it is empty, buns of more than one bite, two steamers in a row.

All three are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print, behind a mark, never from what the learner's lines do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from autograder.explorer.conditions import AtEnd, AtOnce, Condition
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import told

# --- breakfast ----------------------------------------------------------------------------------

BREAKFAST = """
from multiprocessing import JoinableQueue, Process
from time import sleep

def bite(bun):
    sleep(3)
    print(f"⟪bitten⟫ {{bun!r}}")

def our_guest(steamer, bite):
    while True:
        bite(steamer.get())
        steamer.task_done()

def our_breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()

{ours}
if __name__ == "__main__":
    breakfast({buns!r}, {guests}, bite)
    print("⟪over⟫ True")
"""
Yours = Literal["guest + breakfast", "guest", "breakfast"]


def breakfast(buns: Sequence[str], guests: int, yours: Yours = "guest + breakfast") -> Scenario:
    """So many guests who eat `buns`; of the two functions, `yours` are the learner's."""
    wanted = sorted(buns)
    ours = [each for each in ("guest", "breakfast") if each not in yours]
    conditions: list[Condition] = [
        AtEnd("only-buns", lambda view: set(told(view, "bitten")) <= set(wanted)),
        AtEnd("over", lambda view: told(view, "over") == [True]),
        AtEnd("all-eaten", lambda view: sorted(told(view, "bitten")) == wanted),
    ]
    busy = min(len(wanted), guests)
    if busy > 1:
        conditions.append(AtOnce(least=busy))
    if len(wanted) > guests:
        conditions.append(AtOnce(most=guests))
    main = BREAKFAST.format(
        ours="".join(f"{each} = our_{each}\n" for each in ours), buns=list(buns), guests=guests
    )
    return Scenario(main=main, conditions=conditions)


BREAKFAST_EXERCISE = Interleaved(
    id="11-joinable-queue/breakfast",
    name="guest",
    examples=(
        (["pork"], 1),
        (["pork", "leek"], 1),
        (["pork", ""], 1, "guest"),
        (["pork", ""], 1, "breakfast"),
        (["pork", "leek"], 2),
        ([], 1),
    ),
    scenario=breakfast,
)


# --- bites --------------------------------------------------------------------------------------

BITES = """
from multiprocessing import JoinableQueue, Process
from time import sleep

class Rest(int):
    def __reduce__(self):
        return int, (int(self),)

def bite(bun):
    sleep(3)
    print(f"⟪bitten⟫ {{bun!r}}")
    print(f"⟪in hand⟫ {{type(bun) is Rest}}")
    return Rest(bun - 1) if bun > 1 else None

if __name__ == "__main__":
    steamer = JoinableQueue()
    for name in {names!r}:
        Process(target=nibble, args=(steamer, bite), name=name, daemon=True).start()
    for bun in {buns!r}:
        steamer.put(bun)
    steamer.join()
"""
GUESTS = ("egon", "jason")
"""The notes' cast; more than two would show nothing new."""


def bites(buns: Sequence[int], guests: int) -> Scenario:
    """Guests who share buns of so many bites each.

    What `bite` returns is known as a rest in somebody's hand until it has gone through the steamer.
    """
    wanted = sorted(left for bun in buns for left in range(bun, 0, -1))
    return Scenario(
        main=BITES.format(names=list(GUESTS[:guests]), buns=list(buns)),
        conditions=[
            AtEnd("one-bite", lambda view: not any(told(view, "in hand"))),
            AtEnd("all-bitten", lambda view: sorted(told(view, "bitten")) == wanted),
        ],
    )


BITES_EXERCISE = Interleaved(
    id="11-joinable-queue/bites",
    name="nibble",
    examples=(([1], 1), ([2], 1), ([2], 2), ([1, 2], 1), ([3], 1)),
    scenario=bites,
)


# --- two-steamers -------------------------------------------------------------------------------

KITCHEN = """
from time import sleep

def wrap(dough):
    {wrapping}
    print(f"⟪wrapped⟫ {{dough!r}}")
    return dough.upper()

def eat(steamer):
    while True:
        bun = steamer.get()
        {eating}
        print(f"⟪bitten⟫ {{bun!r}}")
        steamer.task_done()

if __name__ == "__main__":
    kitchen({doughs!r}, {cooks}, {guests}, wrap, eat)
    print("⟪over⟫ True")
"""


Slow = Literal["wrap + eat", "wrap", "eat"]


def kitchen(doughs: Sequence[str], cooks: int, guests: int, slow: Slow = "wrap + eat") -> Scenario:
    """So many who wrap, and so many who eat what was wrapped; what is `slow` takes time.

    Where one of the two takes none, the others alone can be at work at once, and all of them must be there.
    """
    raw = sorted(doughs)
    buns = sorted(each.upper() for each in doughs)
    conditions: list[Condition] = [
        AtEnd("over", lambda view: told(view, "over") == [True]),
        AtEnd("by-cooks", lambda view: not told(view, "wrapped", "MainProcess")),
        AtEnd("all-wrapped", lambda view: sorted(told(view, "wrapped")) == raw),
        AtEnd("only-buns", lambda view: set(told(view, "bitten")) <= set(buns)),
        AtEnd("all-eaten", lambda view: sorted(told(view, "bitten")) == buns),
    ]
    able = cooks * ("wrap" in slow) + guests * ("eat" in slow)
    busy = min(len(raw), able)
    if busy > 1:
        conditions.append(AtOnce(least=busy))
    if len(raw) > able:
        conditions.append(AtOnce(most=able))
    main = KITCHEN.format(
        doughs=list(doughs),
        cooks=cooks,
        guests=guests,
        wrapping="sleep(3)" if "wrap" in slow else "pass",
        eating="sleep(3)" if "eat" in slow else "pass",
    )
    return Scenario(main=main, conditions=conditions)


KITCHEN_EXERCISE = Interleaved(
    id="11-joinable-queue/two-steamers",
    name="kitchen",
    examples=(
        (["pork"], 1, 1),
        (["pork", "leek"], 1, 1),
        (["pork", "leek"], 1, 1, "wrap"),
        (["pork"], 2, 1),
        ([], 1, 1),
        (["pork", "leek"], 2, 1, "wrap"),
        (["pork", "leek"], 1, 2, "eat"),
    ),
    scenario=kitchen,
)

EXERCISES = (BREAKFAST_EXERCISE, BITES_EXERCISE, KITCHEN_EXERCISE)
