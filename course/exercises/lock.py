"""Lesson 06: tickets that are sold once, looked up safely, exchanged without deadlock, paid at leisure.

All four are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print, never from what the learner's lines do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.messages import text
from autograder.scenario import Interleaved, Scenario

PEOPLE = ("egon", "jason", "tank")
"""The notes' cast; more than three would show nothing new."""

MAIN = """
from multiprocessing import Lock, Process
{life}
if __name__ == "__main__":
    {locks}
    everybody = [
        Process(target=each, args=args, name=args[0]) for each, args in {cast}
    ]
    for each in everybody:
        each.start()
    for each in everybody:
        each.join()
"""


def answers(view: View) -> dict[str, str]:
    """What each customer's call returned, as text, by the customer's name."""
    told = (line.partition(": ") for line in view.output().splitlines())
    return {name: answer for name, _, answer in told if name in PEOPLE}


def left(view: View, path: str = "ticket.json") -> int:
    """How many tickets a stock says are left."""
    count = json.loads(view.file(path) or b"")["count"]
    if type(count) is not int:
        raise TypeError(path)
    return count


def well_formed(*paths: str) -> AtEnd:
    """What is written to a stock is a stock again; a file that holds no JSON at all is another matter."""

    def holds(view: View) -> bool:
        for path in paths:
            try:
                found = json.loads(view.file(path) or b"")
            except ValueError:
                continue
            if type(found) is not dict or type(found.get("count")) is not int:
                return False
        return True

    return AtEnd("dictionary", holds)


def stock(count: int) -> bytes:
    """A stock as it lies on the disk."""
    return json.dumps({"count": count}).encode()


def yes_or_no(customers: int) -> AtEnd:
    """Everybody is told True or False."""

    def holds(view: View) -> bool:
        told = list(answers(view).values())
        return len(told) == customers and set(told) <= {"True", "False"}

    return AtEnd("answer", holds)


def served(view: View) -> int:
    """How many have been told that they have what they wanted."""
    return sum(answer.endswith("True") for answer in answers(view).values())


def sold(buyers: int, tickets: int) -> list[Condition]:
    """Every ticket is sold to one, as long as somebody wants it, and the stock says what is left."""
    return [
        well_formed("ticket.json"),
        AtEnd("told", lambda view: served(view) <= tickets or left(view) != 0),
        AtEnd("oversold", lambda view: served(view) <= tickets),
        AtEnd("left-over", lambda view: served(view) == min(buyers, tickets)),
        AtEnd("count", lambda view: left(view) == tickets - served(view)),
    ]


# --- sell ---------------------------------------------------------------------------------------

BUYING = """
def customer(person, lock):
    print(f"{person}: {buy(person, lock)}")
"""


def office(buyers: int, tickets: int) -> Scenario:
    """So many buyers at once for so many tickets."""
    return Scenario(
        main=_main(BUYING, [f'(customer, ("{each}", lock))' for each in PEOPLE[:buyers]]),
        files={"ticket.json": stock(tickets)},
        conditions=[yes_or_no(buyers), *sold(buyers, tickets)],
    )


SELL = Interleaved(
    id="06-lock/sell", name="buy", examples=((1, 1), (2, 0), (2, 1), (2, 3)), scenario=office
)


# --- look-up ------------------------------------------------------------------------------------

VISITING = """
import json

whole = globals().get("read_stock")  # the lesson's own, or the learner's

def read_stock(*path, **named):
    try:
        return whole(*path, **named)
    except json.JSONDecodeError:
        print("read while it was empty")
        raise

def customer(person, lock):
    seen, got = visit(person, lock)
    print(f"{person}: {seen} {got}")
"""


def counter(visitors: int, tickets: int) -> Scenario:
    """So many who look the stock up and then buy."""
    return Scenario(
        main=_main(VISITING, [f'(customer, ("{each}", lock))' for each in PEOPLE[:visitors]]),
        files={"ticket.json": stock(tickets)},
        conditions=[
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
    id="06-lock/look-up", name="visit", examples=((1, 1), (2, 0), (2, 2), (2, 1)), scenario=counter
)


# --- rebook -------------------------------------------------------------------------------------

CHANGING = """
def customer(person, old, new, locks):
    try:
        answer = rebook(old, new, locks)
    except (KeyError, FileNotFoundError) as error:
        answer = type(error).__name__
    except Exception as error:
        if new in locks:
            raise
        answer = type(error).__name__
    print(f"{person}: {answer}")

def clerk(train, locks):
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
        f'(customer, ("{person}", "{old}", "{new}", locks))'
        for person, (old, new) in zip(PEOPLE, trips, strict=False)
    ]
    if sold:
        cast.append(f'(clerk, ("{sold}", locks))')
    real = [trip for trip in trips if trip[1] in seats]
    enough = all(sum(new == train for _, new in real) <= seats[train] for train in seats)
    conditions: list[Condition] = [
        AtEnd("no-file", lambda view: "FileNotFoundError" not in _told_of(view, trips, seats)),
        AtEnd("no-key", lambda view: "KeyError" not in _told_of(view, trips, seats)),
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
        main=_main(CHANGING, cast, f"locks = {{{locks}}}"),
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


# --- overlap ------------------------------------------------------------------------------------

PAYING = """
from time import sleep

def pays():
    sleep(3)
    return True

def declines():
    sleep(3)
    return False

def customer(person, lock, pay):
    paid = []
    got = purchase(person, lock, lambda: paid.append(pay()) or paid[-1])
    print(f"{person}: {len(paid)} {got}")
"""


def checkout(paying: Sequence[bool], tickets: int) -> Scenario:
    """A customer for each of `paying`, who will pay or decline; and so many tickets."""
    cast = [
        f'(customer, ("{person}", lock, {"pays" if will else "declines"}))'
        for person, will in zip(PEOPLE, paying, strict=False)
    ]
    conditions: list[Condition] = [
        AtEnd("answer", lambda view: _told_how(view, len(paying))),
        AtEnd("unpaid", lambda view: "0 True" not in answers(view).values()),
        AtEnd("declined", lambda view: not _let_off(view, paying)),
        AtEnd("paid-twice", lambda view: all(times <= 1 for times in _asked(view))),
        AtEnd(
            "for-nothing", lambda view: _paid_right(view, dict(zip(PEOPLE, paying, strict=False)))
        ),
        AtEnd("oversold", lambda view: served(view) <= tickets),
        well_formed("ticket.json"),
        AtEnd("count", lambda view: left(view) == tickets - served(view)),
    ]
    if all(paying):
        conditions.append(
            AtEnd("left-over", lambda view: served(view) == min(len(paying), tickets))
        )
    if min(len(paying), tickets) > 1:
        conditions.append(AtOnce(least=2))
    return Scenario(
        main=_main(PAYING, cast), files={"ticket.json": stock(tickets)}, conditions=conditions
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


def _main(life: str, cast: Sequence[str], locks: str = "lock = Lock()") -> str:
    return MAIN.format(life=life, locks=locks, cast=f"[{', '.join(cast)}]")


EXERCISES = (SELL, LOOK_UP, REBOOK, OVERLAP)
