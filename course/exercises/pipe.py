"""Lesson 12: an end that is heard of, a server that is called, two clients who share one end.

All three are judged over every interleaving of small scenarios. What happened is read from what a
scenario's own lines print; the other side of the pipe is the scenario's own wherever a learner could
agree with himself on something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, Literal

from autograder.explorer.conditions import AtEnd, Condition, View
from autograder.scenario import Interleaved, Scenario

StartMethod = Literal["spawn", "fork"]

# --- end-by-eof ---------------------------------------------------------------------------------

KITCHEN = """
from multiprocessing import Pipe, Process

def our_cook(buns, pipe):
    left, right = pipe
    right.close()
    for bun in buns:
        left.send(bun)
    left.close()

def our_guest(pipe):
    left, right = pipe
    left.close()
    eaten = []
    try:
        while True:
            eaten.append(right.recv())
    except EOFError:
        return eaten

def guest(pipe):
    eaten = {eat}(pipe)
    print([*eaten] if hasattr(eaten, "__iter__") else eaten)

if __name__ == "__main__":
    pipe = Pipe()
    c1 = Process(target=guest, args=(pipe,), name="c1")
    c1.start()
    {cook}((bun for bun in {buns!r}), pipe)
    c1.join()
"""


def kitchen(
    buns: Sequence[int | None], yours: str, start_method: StartMethod = "spawn"
) -> Scenario:
    """One who cooks these buns and one who eats them; of the two functions, `yours` are the learner's."""
    return Scenario(
        main=KITCHEN.format(
            eat="eat" if "eat" in yours else "our_guest",
            cook="cook" if "cook" in yours else "our_cook",
            buns=list(buns),
        ),
        conditions=[
            AtEnd("returned", lambda view: not view.output("c1").endswith("None\n")),
            AtEnd("all", lambda view: view.output("c1") == f"{list(buns)}\n"),
        ],
        start_method=start_method,
    )


END_BY_EOF = Interleaved(
    id="12-pipe/end-by-eof",
    name="eat",
    examples=(
        ([1], "cook + eat"),
        ([1, 2], "cook + eat"),
        ([], "cook + eat"),
        ([0, None, 3], "cook + eat"),
        ([1, 2], "eat"),
        ([1, 2], "cook"),
    ),
    scenario=kitchen,
)


# --- server -------------------------------------------------------------------------------------

COUNTER = """
from multiprocessing import Pipe, Process

def add(x, y):
    return x + y

def nibble(bun):
    if bun == 0:
        raise EOFError("nothing left")
    return bun - 1 or None

def excuse(name):
    if name == "nobody":
        raise LookupError("nobody is late")
    return LookupError(name + " is late")

drawn = []

def ticket():
    drawn.append(len(drawn) + 1)
    return drawn[-1]

def counter(pipe):
    serve(pipe, {function})
    print("server done")

if __name__ == "__main__":
    server, client = Pipe()
    c1 = Process(target=counter, args=((server, client),), name="server")
    c1.start()
    server.close()
    for args in {calls!r}:
        try:
            print(call(client, *args))
        except {error} as error:
            if not error.args:
                raise
            print(type(error).__name__, error)
    client.close()
    c1.join()
"""


def _add(x: Any, y: Any) -> Any:
    return x + y


def _nibble(bun: int) -> int | None:
    if bun == 0:
        raise EOFError("nothing left")
    return bun - 1 or None


def _excuse(name: str) -> LookupError:
    if name == "nobody":
        raise LookupError("nobody is late")
    return LookupError(f"{name} is late")


def _tickets() -> Callable[[], int]:
    return count(1).__next__


FUNCTIONS: dict[str, tuple[Callable[[], Callable[..., Any]], type[Exception]]] = {
    "add": (lambda: _add, TypeError),
    "nibble": (lambda: _nibble, EOFError),
    "excuse": (lambda: _excuse, LookupError),
    "ticket": (_tickets, LookupError),
}
"""What is called, made anew for each server, and what it may raise."""


def counter(function: str, calls: Sequence[tuple[Any, ...]]) -> Scenario:
    """A client who calls a server's function so many times, one call after another."""
    make, error = FUNCTIONS[function]
    local = make()
    wanted = []
    for args in calls:
        try:
            wanted.append(f"{local(*args)}\n")
        except error as failure:
            wanted.append(f"{error.__name__} {failure}\n")
    return Scenario(
        main=COUNTER.format(function=function, calls=list(calls), error=error.__name__),
        conditions=[
            AtEnd("returned", lambda view: not _raised_instead(view, wanted)),
            AtEnd("once", lambda view: function != "ticket" or not _passed_over(view, calls)),
            AtEnd("answers", lambda view: view.output("MainProcess") == "".join(wanted)),
            AtEnd("done", lambda view: view.output("server") == "server done\n"),
        ],
    )


def _raised_instead(view: View, wanted: Sequence[str]) -> bool:
    """Whether an exception that a function returns was raised, and nothing else is amiss."""
    raised = [
        f"LookupError {line}" if re.fullmatch(r"\w+ is late\n", line) else line for line in wanted
    ]
    return raised != wanted and view.output("MainProcess") == "".join(raised)


def _passed_over(view: View, calls: Sequence[Any]) -> bool:
    """Whether more tickets were drawn than there were calls."""
    drawn = view.output("MainProcess").split()
    return all(map(str.isdigit, drawn)) and max(map(int, drawn), default=0) > len(calls)


SERVER = Interleaved(
    id="12-pipe/server",
    name="serve",
    examples=(
        ("add", [(10, 20)]),
        ("add", [(10, 20), (1, 2), (3, 4)]),
        ("add", []),
        ("add", [(1, "2"), (3, 4)]),
        ("nibble", [(1,), (0,), (2,)]),
        ("excuse", [("egon",), ("nobody",)]),
        ("ticket", [(), ()]),
    ),
    scenario=counter,
)


# --- two-clients --------------------------------------------------------------------------------

SHARED = """
from multiprocessing import Lock, Pipe, Process

def adder(pipe):
    server, client = pipe
    client.close()
    answered = 0
    while True:
        try:
            x, y = server.recv()
        except EOFError:
            break
        server.send(x + y)
        answered += 1
    print(answered)

class Number(int):
    def __add__(self, other):
        print("added here")
        return int(self) + int(other)

    __radd__ = __add__

    def __reduce__(self):
        return int, (int(self),)

def customer(client, lock, questions):
    for x, y in questions:
        print(ask(client, lock, Number(x), Number(y)))

if __name__ == "__main__":
    lock = Lock()
    server, client = Pipe()
    c1 = Process(target=adder, args=((server, client),), name="adder")
    c1.start()
    server.close()
    customers = [
        Process(target=customer, args=(client, lock, questions), name=name)
        for name, questions in {questions!r}.items()
    ]
    for each in customers:
        each.start()
    client.close()
    for each in [*customers, c1]:
        each.join()
"""
ADDED = "added here\n"
"""What is printed where somebody adds a customer's numbers: the adder gets ordinary ones."""
PEOPLE = ("egon", "jason")


def shared(questions: Sequence[Sequence[tuple[int, int]]]) -> Scenario:
    """A customer for each of `questions`, all with the same end of the pipe to one adder."""
    by_name = dict(zip(PEOPLE, (list(each) for each in questions), strict=False))
    answers = {name: "".join(f"{x + y}\n" for x, y in asked) for name, asked in by_name.items()}
    number = sum(len(each) for each in questions)

    def got(view: View, who: str) -> str:
        return view.output(who).replace(ADDED, "")

    conditions: list[Condition] = [
        AtEnd("own", lambda view: all(got(view, who) == answers[who] for who in answers)),
        AtEnd("asked", lambda view: view.output("adder") == f"{number}\n"),
    ]
    if len(questions) > 1:  # who adds to see whether an answer fits has another mistake there
        conditions.append(AtEnd("by-adder", lambda view: ADDED not in view.output()))
    return Scenario(main=SHARED.format(questions=by_name), conditions=conditions)


TWO_CLIENTS = Interleaved(
    id="12-pipe/two-clients",
    name="ask",
    examples=(([[(1, 2)]],), ([[(1, 2), (3, 4)]],), ([[(1, 2)], [(10, 20)]],)),
    scenario=shared,
)

EXERCISES = (END_BY_EOF, SERVER, TWO_CLIENTS)
