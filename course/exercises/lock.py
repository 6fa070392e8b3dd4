"""Lesson 06: tickets that are sold once, looked up safely, exchanged without deadlock, paid at leisure.

All four are judged over every interleaving of small scenarios. What these have in common is in
:mod:`course.exercises.tickets`, the third in :mod:`course.exercises.lock_rebook`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.scenario import Interleaved, Scenario
from course.exercises.lock_rebook import REBOOK
from course.exercises.tickets import (
    PEOPLE,
    answers,
    left,
    main,
    served,
    sold,
    stock,
    truth_itself,
    well_formed,
    yes_or_no,
)

# --- sell ---------------------------------------------------------------------------------------

BUYING = """
def customer_comes(person, lock):
    print(f"{person}: {buy(person, lock)}")
"""


def office(buyers: int, tickets: int) -> Scenario:
    """So many buyers at once for so many tickets."""
    return Scenario(
        main=main(BUYING, [f'(customer_comes, ("{each}", lock))' for each in PEOPLE[:buyers]]),
        files={"ticket.json": stock(tickets)},
        conditions=[truth_itself(), yes_or_no(buyers), *sold(buyers, tickets)],
    )


SELL = Interleaved(
    id="06-lock/sell",
    name="buy",
    examples=((1, 1), (1, 3), (2, 0), (2, 1), (2, 3)),
    scenario=office,
)


# --- look-up ------------------------------------------------------------------------------------

VISITING = """

whole = globals().get("read_stock")  # the lesson's own, or the learner's

def read_stock(*path, **named):
    try:
        return whole(*path, **named)
    except json.JSONDecodeError:
        print("read while it was empty")
        raise

def customer_comes(person, lock):
    told = visit(person, lock)
    seen, got = told if isinstance(told, (tuple, list)) and len(told) == 2 else ("no", "pair")
    print(f"{person}: {seen} {got}")
"""


def counter(visitors: int, tickets: int) -> Scenario:
    """So many who look the stock up and then buy."""
    return Scenario(
        main=main(VISITING, [f'(customer_comes, ("{each}", lock))' for each in PEOPLE[:visitors]]),
        files={"ticket.json": stock(tickets)},
        conditions=[
            AtEnd("pair", lambda view: "no pair" not in answers(view).values()),
            truth_itself(),
            seen(visitors, tickets),
            *sold(visitors, tickets),
            AtEnd("whole", lambda view: "read while it was empty" not in view.output()),
        ],
    )


def seen(visitors: int, tickets: int) -> AtEnd:
    """Everybody is told a number that was true: the others can have taken one ticket each before."""

    def holds(view: View) -> bool:
        told = [answer.split(" ") for answer in answers(view).values()]
        numbers = [int(number) for number, got in told if got in ("True", "False")]
        fewest = max(0, tickets - visitors + 1)
        return len(numbers) == visitors and all(fewest <= each <= tickets for each in numbers)

    return AtEnd("seen", holds)


LOOK_UP = Interleaved(
    id="06-lock/look-up",
    name="visit",
    examples=((1, 1), (1, 3), (2, 0), (2, 2), (2, 1)),
    scenario=counter,
)


# --- overlap ------------------------------------------------------------------------------------

PAYING = """
from time import sleep

def pays():
    sleep(3)
    return True

def declines():
    sleep(3)
    return False

def customer_comes(person, lock, pay):
    paid = []

    def once():
        paid.append(pay())
        if len(paid) > 2:
            print(f"{person}: {len(paid)} None")
            raise SystemExit
        return paid[-1]

    got = purchase(person, lock, once)
    print(f"{person}: {len(paid)} {got}")
"""


def checkout(paying: Sequence[bool], tickets: int) -> Scenario:
    """A customer for each of `paying`, who will pay or decline; and so many tickets."""
    cast = [
        f'(customer_comes, ("{person}", lock, {"pays" if will else "declines"}))'
        for person, will in zip(PEOPLE, paying, strict=False)
    ]
    conditions: list[Condition] = [
        truth_itself(),
        AtEnd("paid-twice", lambda view: all(times <= 1 for times in _asked(view))),
        AtEnd("answer", lambda view: _told_how(view, len(paying))),
        AtEnd("unpaid", lambda view: "0 True" not in answers(view).values()),
        AtEnd("declined", lambda view: not _let_off(view, paying)),
        AtEnd(
            "for-nothing", lambda view: _paid_right(view, dict(zip(PEOPLE, paying, strict=False)))
        ),
        AtEnd("oversold", lambda view: served(view) <= tickets),
        well_formed("ticket.json"),
        AtEnd("count", lambda view: left(view) == tickets - served(view)),
    ]
    if all(paying):
        left_over = "left-over" if len(paying) > 1 else "left-over-alone"
        conditions.append(AtEnd(left_over, lambda view: served(view) == min(len(paying), tickets)))
    if min(len(paying), tickets) > 1:
        conditions.append(AtOnce(least=2))
    return Scenario(
        main=main(PAYING, cast), files={"ticket.json": stock(tickets)}, conditions=conditions
    )


def _told_how(view: View, customers: int) -> bool:
    """Whether everybody was told True or False."""
    told = [answer.split(" ")[1] for answer in answers(view).values()]
    return len(told) == customers and set(told) <= {"True", "False"}


def _asked(view: View) -> list[int]:
    """How often each was asked to pay."""
    return [int(answer.split(" ")[0]) for answer in answers(view).values()]


def _let_off(view: View, paying: Sequence[bool]) -> bool:
    """Whether somebody was asked to pay, did not, and has a ticket all the same."""
    told = answers(view)
    return any(
        not will and told.get(person, "") not in ("", "0 True") and told[person].endswith(" True")
        for person, will in zip(PEOPLE, paying, strict=False)
    )


def _paid_right(view: View, paying: Mapping[str, bool]) -> bool:
    """Whether those who were asked to pay, once, and did have a ticket, and nobody else has."""
    for person, answer in answers(view).items():
        asked, got = answer.split(" ")
        if (int(asked), got) not in {(0, "False"), (1, str(paying[person]))}:
            return False
    return True


OVERLAP = Interleaved(
    id="06-lock/overlap",
    name="purchase",
    examples=(
        ([True], 1),
        ([True, True], 0),
        ([False], 1),
        ([True, True], 1),
        ([True, True], 2),
        ([False, True], 2),
        ([False, True], 1),
    ),
    scenario=checkout,
)


EXERCISES = (SELL, LOOK_UP, REBOOK, OVERLAP)
