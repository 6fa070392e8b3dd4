"""Lesson 15: a window that serves until it is told to stop, a till that agrees, a log, and the whole office.

All four are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print behind a mark and from the log's file, never from what the learner's lines print.
For the log see :mod:`course.exercises.capstone_log`, for the whole office :mod:`course.exercises.capstone_office`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, Condition, View
from autograder.messages import text
from autograder.scenario import Interleaved, Scenario
from course.exercises.capstone_log import KEEP_LOG
from course.exercises.capstone_office import OFFICE, PRICE
from course.exercises.marked import same, told

# --- serve --------------------------------------------------------------------------------------

WINDOWS = """
from multiprocessing import Process, Queue
from time import sleep

def handle(request):
    print(f"⟪handled⟫ {{request!r}}")
    sleep(3)
    if request.startswith("?"):
        raise ValueError(request)
    return len(request)

def window_opens(requests, log):
    serve(requests, log, handle)

def plain_value(each):
    if isinstance(each, (list, tuple)):
        return tuple(plain_value(one) for one in each)
    return each if each is None or isinstance(each, (str, int)) else repr(each)

if __name__ == "__main__":
    requests, log = Queue(), Queue()
    windows = [Process(target=window_opens, args=(requests, log)) for _ in range({windows})]
    {come}
    for each in windows:
        each.join()
    while not log.empty():
        print(f"⟪log⟫ {{plain_value(log.get())!r}}")
"""


ALL_AT_ONCE = """
    for each in {requests} + [None] * len(windows):
        requests.put(each)
    for each in windows:
        each.start()
"""
ONE_BY_ONE = """
    for each in windows:
        each.start()
    for each in {requests}:
        requests.put(each)
        print(f"⟪log⟫ {{plain_value(log.get())!r}}")
    for each in windows:
        requests.put(None)
"""
"""Who comes next waits for the answer to whoever was before: a window that saves answers up serves nobody."""


def windows_open(requests: Sequence[str], windows: int, pace: str = "at-once") -> Scenario:
    """So many windows for `requests`, of which those that begin with ? cannot be served.

    They are in the line from the beginning, ``"at-once"``, or come ``"one-by-one"``.
    """
    wanted = [(each, "sorry" if each.startswith("?") else len(each)) for each in requests]

    refused = {each for each in requests if each.startswith("?")}
    others = set(requests) - refused
    lengths = set(map(len, others))

    def answers(view: View) -> list[Any]:
        return [each for each in told(view, "log") if each is not None]

    def asked(view: View) -> set[Any]:
        return {each[0] for each in answers(view)}

    conditions: list[Condition] = [
        AtEnd("pairs", lambda view: all(_is_pair(each) for each in answers(view))),
        AtEnd("turned-round", lambda view: not any(each[::-1] in wanted for each in answers(view))),
        AtEnd("empty-too", lambda view: "" in asked(view) or "" not in requests),
        AtEnd("goes-on", lambda view: not refused or others <= asked(view)),
        AtEnd("sorry-too", lambda view: refused <= asked(view)),
        AtEnd("asked", lambda view: set(requests) <= asked(view)),
        AtEnd("handled-once", lambda view: len(told(view, "handled")) <= len(requests)),
        AtEnd(
            "its-own",
            lambda view: (
                not any(
                    request in refused and answer in lengths for request, answer in answers(view)
                )
            ),
        ),
        AtEnd("asked-once", lambda view: same([each[0] for each in answers(view)], requests)),
        AtEnd("answered", lambda view: same(answers(view), wanted)),
        AtEnd("goodbye", lambda view: told(view, "log").count(None) == windows),
        AtEnd("goodbye-last", lambda view: told(view, "log")[-1] is None),
    ]
    come = (ONE_BY_ONE if pace == "one-by-one" else ALL_AT_ONCE).format(requests=list(requests))
    main = WINDOWS.format(come=come.strip(), windows=windows)
    return Scenario(main=main, conditions=conditions)


def _is_pair(each: Any) -> bool:
    return isinstance(each, tuple) and len(each) == 2


class _Serve(Interleaved):
    """One whose scene says when requests come, if not all at once."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, but for the pace."""
        found = super().fields(arguments)
        slow = found["pace"] == "one-by-one"
        return {**found, "pace": text(f"{self.key}.scenes.one-by-one") if slow else ""}


SERVE = _Serve(
    id="15-capstone/serve",
    name="serve",
    examples=(
        (["G1"], 1),
        (["", "G1"], 1),
        (["?", "G1"], 1),
        (["G1", "?"], 1),
        (["G1", "D101"], 1, "one-by-one"),
        (["G1", "D101"], 2),
    ),
    scenario=windows_open,
)


# --- till ---------------------------------------------------------------------------------------

COUNTER = """
from multiprocessing import Lock, Process, Value

def inspector_counts(stock, till, lock):
    with lock:
        return stock.value, till.value

def customer_comes(act, stock, till, lock):
    todo = {{"sell": sell, "refund": refund, "audit": inspector_counts}}[act]
    print(f"⟪{{act}}⟫ {{todo(stock, till, lock)!r}}")

if __name__ == "__main__":
    stock, till, lock = Value("i", {tickets}), Value("i", {money}), Lock()
    everybody = [Process(target=customer_comes, args=(act, stock, till, lock)) for act in {acts}]
    for each in everybody:
        each.start()
    for each in everybody:
        each.join()
"""


def counter(acts: Sequence[str], tickets: int, money: int) -> Scenario:
    """A customer for each of `acts`: ``"sell"``, ``"refund"``, or an ``"audit"`` that counts both."""
    worth = tickets * PRICE + money
    sales, refunds = acts.count("sell"), acts.count("refund")

    def holds(view: View) -> tuple[int, int]:
        return view.value("stock"), view.value("till")

    def done(view: View) -> int:
        return told(view, "sell").count(True) - told(view, "refund").count(True)

    conditions: list[Condition] = [
        AtEnd("answer", lambda view: _yes_or_no(view, sales, refunds)),
        AtEnd("below-zero", lambda view: min(holds(view)) >= 0),
        AtEnd("stock", lambda view: holds(view)[0] == tickets - done(view)),
        AtEnd("till", lambda view: holds(view)[1] == money + PRICE * done(view)),
        AtEnd("audit", lambda view: all(PRICE * a + b == worth for a, b in told(view, "audit"))),
    ]
    if not refunds or sales <= tickets:
        could = min(sales, tickets)
        conditions.append(AtEnd("refused", lambda view: told(view, "sell").count(True) == could))
    if not sales or refunds * PRICE <= money:
        paid = min(refunds, money // PRICE)
        conditions.append(AtEnd("unpaid", lambda view: told(view, "refund").count(True) == paid))
    main = COUNTER.format(acts=list(acts), tickets=tickets, money=money)
    return Scenario(main=main, conditions=conditions)


def _yes_or_no(view: View, sales: int, refunds: int) -> bool:
    """Whether everybody is told True or False."""
    sold, back = told(view, "sell"), told(view, "refund")
    answers = sold + back
    return (len(sold), len(back)) == (sales, refunds) and all(
        type(each) is bool for each in answers
    )


TILL = Interleaved(
    id="15-capstone/till",
    name="refund",
    examples=(
        (["sell"], 1, 0),
        (["refund"], 0, PRICE),
        (["refund"], 2, PRICE - 1),
        (["sell", "sell"], 0, 0),
        (["refund", "refund"], 0, PRICE),
        (["sell", "sell"], 1, 0),
        (["sell", "refund"], 1, PRICE),
        (["sell", "audit"], 1, 0),
    ),
    scenario=counter,
)


EXERCISES = (SERVE, TILL, KEEP_LOG, OFFICE)
