"""Lesson 15's last exercise: an office with windows, one log, and tickets and money that agree.

See :mod:`course.exercises.capstone` for the parts that it is put together from.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.messages import text
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import same, told

PRICE = 100
"""Yuan for a ticket, as in the lesson."""
WORK = "sleep(3)"
OPEN = """
from multiprocessing import active_children
from time import sleep

def seller(requests, log, stock, till, lock):
    print("⟪open⟫ True")
    while (request := requests.get()) is not None:
        change = 1 if request == "refund" else -1
        with lock:
            left, money = stock.value + change, till.value - {price} * change
            answer = min(left, money) >= 0
            if answer:
                stock.value, till.value = left, money
            {counting}
        {printing}
        print(f"⟪done⟫ {{request!r}}")
        log.put((request, answer, "." * {length}))
    log.put(None)

def writer(log, windows):
    print(f"⟪writer⟫ {{windows!r}}")
    while windows:
        message = log.get()
        if message is None:
            windows -= 1
        else:
            print(f"⟪log⟫ {{message[:2]!r}}")
    print("⟪home⟫ True")

if __name__ == "__main__":
    print(f"⟪left⟫ {{office({tickets}, {requests}, {windows}, seller, writer)!r}}")
    print(f"⟪still here⟫ {{len(active_children())}}")
"""


def opened(
    tickets: int, requests: Sequence[str], windows: int, slow: str = "printing", length: int = 0
) -> Scenario:
    """An office with so many tickets and windows, no money, and `requests`: ``"buy"`` or ``"refund"``.

    What is slow is ``"printing"`` a ticket, which windows do side by side; or ``"counting"`` what
    is left, which is done under the lock: then nobody is to do it beside another. An answer that is
    longer than some 60,000 signs does not fit into the log's pipe.
    """
    buys = requests.count("buy")

    def sold(view: View) -> int:
        """Tickets that are out."""
        log = told(view, "log")
        return log.count(("buy", True)) - log.count(("refund", True))

    conditions: list[Condition] = [
        AtEnd("windows", lambda view: told(view, "open") == [True] * windows),
        AtEnd("writer-apart", lambda view: not told(view, "home", "MainProcess")),
        AtEnd("writer-told", lambda view: told(view, "writer") in ([], [windows])),
        AtEnd("log-home", lambda view: told(view, "home") == [True]),
        AtEnd("goodbyes", lambda view: len(told(view, "log")) >= len(told(view, "done"))),
        AtEnd("lost", lambda view: same([each[0] for each in told(view, "log")], requests)),
        AtEnd("oversold", lambda view: sold(view) <= tickets),
    ]
    if buys == len(requests):
        conditions.append(AtEnd("refused", lambda view: sold(view) == min(buys, tickets)))
    conditions += [
        AtEnd("a-pair", lambda view: "⟪left⟫ (" in view.output("MainProcess")),
        AtEnd(
            "left", lambda view: told(view, "left") == [(tickets - sold(view), PRICE * sold(view))]
        ),
        AtEnd("waits", lambda view: told(view, "still here") == [0]),
    ]
    at_once = min(windows, len(requests)) if slow == "printing" else 1
    if requests:
        conditions += [AtOnce(most=at_once), AtOnce(least=at_once)]
    main = OPEN.format(
        price=PRICE,
        tickets=tickets,
        requests=list(requests),
        windows=windows,
        counting=WORK if slow == "counting" else "pass",
        printing=WORK if slow == "printing" else "pass",
        length=length,
    )
    return Scenario(main=main, conditions=conditions)


class _Office(Interleaved):
    """One whose scene says in the learner's language what takes time."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, but for what is slow and what is long."""
        found = super().fields(arguments)
        slow, length = found["slow"], found["length"]
        return {
            **found,
            "slow": text(f"{self.key}.scenes.{slow}"),
            "length": text(f"{self.key}.scenes.long", length=length) if length else "",
        }


OFFICE = _Office(
    id="15-capstone/office",
    name="office",
    examples=(
        (0, [], 1),
        (1, ["buy", "buy"], 1),
        (1, ["buy"], 1, "printing", 100_000),
        (1, ["buy"], 2),
        (1, ["buy", "buy"], 2, "counting"),
        (1, ["buy", "buy"], 2),
    ),
    scenario=opened,
    seconds=60.0,
    steps=120_000,  # a queue that fills has more interleavings than any other right answer's
)
