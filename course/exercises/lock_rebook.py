"""Lesson 06's third exercise: to change a ticket for one train into one for another, without deadlock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, Condition, View
from autograder.messages import text
from autograder.scenario import Interleaved, Scenario
from course.exercises.tickets import (
    PEOPLE,
    answers,
    left,
    main,
    served,
    stock,
    truth_itself,
    well_formed,
)

CHANGING = """
def customer_comes(person, old, new, locks):
    try:
        answer = rebook(old, new, locks)
    except (KeyError, FileNotFoundError) as error:
        answer = type(error).__name__
    except Exception as error:
        if new in locks:
            raise
        answer = type(error).__name__
    print(f"{person}: {answer}")

def clerk_comes(train, locks):
    import json
    with locks[train]:
        with open(f"{train}.json") as file:
            stock = json.load(file)
        with open(f"{train}.json", "w") as file:
            json.dump({"count": stock["count"] - 1}, file)
"""
Trip = tuple[str, str]


def station(trips: Sequence[Trip], seats: Mapping[str, int], sold: str = "") -> Scenario:
    """One passenger for each of `trips`, who holds a ticket for its first train and wants its second.

    Of the train `sold`, somebody sells a ticket meanwhile, under that train's lock alone.
    """
    locks = ", ".join(f'"{train}": Lock()' for train in seats)
    cast = [
        f'(customer_comes, ("{person}", "{old}", "{new}", locks))'
        for person, (old, new) in zip(PEOPLE, trips, strict=False)
    ]
    if sold:
        cast.append(f'(clerk_comes, ("{sold}", locks))')
    real = [trip for trip in trips if trip[1] in seats]
    enough = all(sum(new == train for _, new in real) <= seats[train] for train in seats)
    conditions: list[Condition] = [
        AtEnd("no-file", lambda view: "FileNotFoundError" not in _told_of(view, trips, seats)),
        AtEnd("no-key", lambda view: "KeyError" not in _told_of(view, trips, seats)),
        truth_itself(),
        AtEnd("answer", lambda view: _told_so(view, trips, seats)),
        AtEnd("other-file", lambda view: view.file("ticket.json") is None),
        well_formed(*(f"{train}.json" for train in seats)),
        AtEnd("swapped", lambda view: not _swapped(view, trips, seats)),
        AtEnd("below-zero", lambda view: all(left(view, f"{train}.json") >= 0 for train in seats)),
        AtEnd(
            "seats", lambda view: all(_right(view, train, trips, seats, sold) for train in seats)
        ),
    ]
    if enough:
        refused = "refused" if len(trips) > 1 else "refused-alone"
        conditions.append(AtEnd(refused, lambda view: served(view) == len(real)))
    return Scenario(
        main=main(CHANGING, cast, f"locks = {{{locks}}}"),
        files={f"{train}.json": stock(count) for train, count in seats.items()},
        conditions=conditions,
    )


def _told_of(view: View, trips: Sequence[Trip], seats: Mapping[str, int]) -> set[str]:
    """What those were told whose new train there is."""
    told = answers(view)
    known = zip(PEOPLE, trips, strict=False)
    return {told.get(person, "") for person, (_, new) in known if new in seats}


def _told_so(view: View, trips: Sequence[Trip], seats: Mapping[str, int]) -> bool:
    """Whether everybody is told True or False; of a train that there is not, False, or by an exception."""
    told = answers(view)
    return all(
        told.get(person) in ("True", "False")
        if new in seats
        else told.get(person, "None") not in ("True", "None")
        for person, (_, new) in zip(PEOPLE, trips, strict=False)
    )


def _right(
    view: View, train: str, trips: Sequence[Trip], seats: Mapping[str, int], sold: str
) -> bool:
    """Whether a train's stock is what those who went, those who came and the clerk have made of it."""
    own = seats[train] - (train == sold)
    return left(view, f"{train}.json") == own + _given_back(view, train, trips)


def _swapped(view: View, trips: Sequence[Trip], seats: Mapping[str, int]) -> bool:
    """Whether each stock has changed by what it should have, but the other way round."""
    change = {train: _given_back(view, train, trips) for train in seats}
    return any(change.values()) and all(
        left(view, f"{train}.json") == seats[train] - change[train] for train in seats
    )


def _given_back(view: View, train: str, trips: Sequence[Trip]) -> int:
    """How many tickets for a train were given back, less those taken."""
    told = answers(view)
    changed = [trip for who, trip in zip(PEOPLE, trips, strict=False) if told.get(who) == "True"]
    return sum(old == train for old, _ in changed) - sum(new == train for _, new in changed)


class _Station(Interleaved):
    """One whose scene says in the learner's language who sells a ticket besides."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, but for the clerk."""
        found = super().fields(arguments)
        sold = found["sold"]
        return {**found, "sold": text(f"{self.key}.clerk", train=sold) if sold else ""}


REBOOK = _Station(
    id="06-lock/rebook",
    name="rebook",
    examples=(
        ([("G1", "G2")], {"G1": 0, "G2": 1}),
        ([("G1", "G2"), ("G1", "G2")], {"G1": 0, "G2": 1}),
        ([("G1", "G2"), ("G2", "G1")], {"G1": 1, "G2": 1}),
        ([("G1", "G2"), ("G2", "G1")], {"G1": 0, "G2": 0}),
        ([("G1", "G9"), ("G1", "G2")], {"G1": 0, "G2": 1}),
        ([("G2", "G3")], {"G1": 0, "G2": 0, "G3": 2}, "G3"),
    ),
    scenario=station,
)
