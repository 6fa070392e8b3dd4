"""What lesson 06's exercises have in common: people at a ticket office, and what is to be seen of them afterwards.

What happened is read from what a scenario's own lines print, never from what the learner's lines do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from autograder.explorer.conditions import AtEnd, Condition, View

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


def truth_itself() -> AtEnd:
    """What is told last is no number in the place of True or False."""

    def holds(view: View) -> bool:
        told = [answer.split(" ") for answer in answers(view).values()]
        return not any(
            answer[-1] in ("0", "1") and answer[0] not in ("True", "False") for answer in told
        )

    return AtEnd("truth-itself", holds)


def served(view: View) -> int:
    """How many have been told that they have what they wanted."""
    return sum(answer.endswith("True") for answer in answers(view).values())


def sold(buyers: int, tickets: int) -> list[Condition]:
    """Every ticket is sold to one, as long as somebody wants it, and the stock says what is left.

    Whoever sells one where there has never been any does not look; otherwise, they looked too early.
    And who comes alone never finds the lock taken.
    """
    oversold = "sold-twice" if tickets else "oversold"
    left_over = "left-over" if buyers > 1 else "left-over-alone"
    return [
        well_formed("ticket.json"),
        AtEnd("told", lambda view: served(view) <= tickets or left(view) != 0),
        AtEnd(oversold, lambda view: served(view) <= tickets),
        AtEnd(left_over, lambda view: served(view) == min(buyers, tickets)),
        AtEnd("count", lambda view: left(view) == tickets - served(view)),
    ]


def main(life: str, cast: Sequence[str], locks: str = "lock = Lock()") -> str:
    """A main program: `life` defines what each of `cast` does, with the locks that `locks` makes.

    >>> "Process(target=each" in main("", ["(buy, ())"])
    True
    """
    return MAIN.format(life=life, locks=locks, cast=f"[{', '.join(cast)}]")
