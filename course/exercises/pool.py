"""Lesson 14: pages counted by a few, errors that surface, results as they come, a size that was measured.

The first three are judged over every interleaving of small scenarios, by what a scenario's own lines
print behind a mark; for the last see :mod:`course.exercises.pool_size`.
"""

from __future__ import annotations

from ast import literal_eval
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.exercise import Arguments
from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.messages import text
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import same, told
from course.exercises.pool_size import SIZE

# --- count --------------------------------------------------------------------------------------

COUNTING = """
from contextlib import contextmanager
from multiprocessing import active_children, current_process

@contextmanager
def span(name):
    print(f"⟪read⟫ {{(str(name), current_process().name)!r}}")
    yield

if __name__ == "__main__":
    sold = count_sold({names!r}, {workers})
    sold = sorted(sold.items()) if isinstance(sold, dict) else type(sold).__name__
    print(f"⟪sold⟫ {{str(sold)!r}}")
    print(f"⟪still here⟫ {{len(active_children())}}")
"""


def office(pages: Sequence[str], workers: int) -> Scenario:
    """So many clerks for a book of these pages, each page a file: what is slow is seen to be."""
    book = {f"page-{number}.txt": page for number, page in enumerate(pages, start=1)}
    right = sorted(Counter(" ".join(pages).split()).items())

    def is_right(view: View) -> bool:
        return told(view, "sold") == [str(right)]

    return Scenario(
        main=COUNTING.format(names=list(book), workers=workers),
        files={name: page.encode() for name, page in book.items()},
        conditions=[
            AtEnd("all-read", lambda view: len(told(view, "read")) >= len(pages) or is_right(view)),
            AtEnd("a-dictionary", lambda view: told(view, "sold")[0].startswith("[")),
            AtEnd("anything", lambda view: not right or told(view, "sold") != ["[]"]),
            AtEnd(
                "kinds", lambda view: _kinds(told(view, "sold")[0]) <= {kind for kind, _ in right}
            ),
            AtEnd("sold", is_right),
            AtEnd("closed-down", lambda view: told(view, "still here") == [0]),
            AtEnd("by-clerks", lambda view: "MainProcess" not in _readers(view)),
            AtEnd("crew", lambda view: len(_own_processes(view)) <= workers),
            AtOnce(least=min(len(pages), workers), most=workers),
        ],
    )


def _own_processes(view: View) -> set[str]:
    """The processes that read, by name, but for a pool's workers: those may be replaced now and then."""
    return {name for name in _readers(view) if "PoolWorker" not in name}


def _readers(view: View) -> set[str]:
    return {reader for _, reader in told(view, "read")}


def _kinds(sold: str) -> set[str]:
    """What was counted, of all that was printed of it."""
    return {kind for kind, _ in literal_eval(sold)}


COUNT = Interleaved(
    id="14-pool/count",
    name="count_sold",
    examples=(
        (("pork bean pork",), 1),
        (("pork",), 2),
        (("pork bean", "bean egg"), 1),
        (("pork bean", "bean egg"), 2),
        (("pork", "egg egg", "pork"), 2),
        (("pork", "egg", "bean", "egg"), 3),
    ),
    scenario=office,
)


# --- errors -------------------------------------------------------------------------------------

VISITING = """
import time
from multiprocessing import Pool, current_process

def visit(host):
    print(f"⟪visited by⟫ {{current_process().name!r}}")
    time.sleep(3)
    try:
        return open(host + ".txt").read()
    except FileNotFoundError:
        raise ConnectionError(host + " is down") from None

if __name__ == "__main__":
    with Pool({workers}) as pool:
        found = visit_all(pool, visit, {hosts!r})
        print(f"⟪type⟫ {{type(found).__name__, isinstance(found, dict)!r}}")
        for host in found if isinstance(found, dict) else ():
            print(f"⟪found⟫ {{(str(host), type(found[host]).__name__, str(found[host]))!r}}")
        try:
            pool.map(len, [])
        except ValueError:
            print("⟪closed⟫ True")
"""


def network(hosts: Sequence[str], down: Sequence[str], workers: int) -> Scenario:
    """So many workers for these hosts, of which some are down."""
    right = {
        host: f"ConnectionError {host} is down" if host in down else f"str {host} is up"
        for host in hosts
    }
    conditions: list[Condition] = [
        AtEnd("left-open", lambda view: not told(view, "closed")),
        AtEnd("in-workers", lambda view: "MainProcess" not in told(view, "visited by")),
        AtEnd("returned", lambda view: told(view, "type") != [("NoneType", False)]),
        AtEnd("a-dictionary", lambda view: told(view, "type")[0][1]),
        AtEnd("every-host", lambda view: found(view).keys() >= set(hosts) - set(down)),
        AtEnd("failed-too", lambda view: found(view).keys() >= set(hosts)),
        AtEnd("nobody-else", lambda view: found(view).keys() <= set(hosts)),
        AtEnd("called", lambda view: not any(_misfit(each) for each in found(view).values())),
        AtEnd("anothers", lambda view: not _crossed(found(view), right, set(hosts) - set(down))),
        AtEnd("answers", lambda view: _agree(found(view), right, set(hosts) - set(down))),
        AtEnd("errors", lambda view: _agree(found(view), right, down)),
        AtOnce(least=min(len(hosts), workers), most=workers),
    ]
    return Scenario(
        main=VISITING.format(hosts=list(hosts), workers=workers),
        files={f"{host}.txt": right[host][4:].encode() for host in hosts if host not in down},
        conditions=conditions,
    )


def found(view: View) -> dict[str, str]:
    """The type and the text of what was found out, by host."""
    return {host: f"{kind} {said}" for host, kind, said in told(view, "found")}


def _misfit(answer: str) -> bool:
    """Whether `visit` was called with what it does not take."""
    return answer.startswith("TypeError visit()")


def _crossed(one: Mapping[str, str], right: Mapping[str, str], up: Any) -> bool:
    """Whether somebody has the answer of a host that is not theirs."""
    return any(one[each] == right[other] for each in one for other in up if other != each)


def _agree(one: Mapping[str, str], other: Mapping[str, str], where: Any) -> bool:
    return all(one[each] == other[each] for each in where)


ERRORS = Interleaved(
    id="14-pool/errors",
    name="visit_all",
    examples=(
        (("web",), (), 1),
        (("web", "mail"), ("web",), 2),
        (("web", "mail"), ("web", "mail"), 2),
        (("web", "mail"), (), 1),
    ),
    scenario=network,
)


# --- order --------------------------------------------------------------------------------------

STEAMING = """
from multiprocessing import Event, Pool

class Order(str):
    number = 0

def before_work(event):
    global others_are_told
    others_are_told = event

def steam(kind):
    print(f"⟪steamed⟫ {{str(kind)!r}}")
    if kind == {last!r}:
        others_are_told.wait()
    return f"{{kind}}, hot, order {{getattr(kind, 'number', '?')}}"

if __name__ == "__main__":
    event = Event()
    orders = [Order(kind) for kind in {kinds!r}]
    for number, order in enumerate(orders):
        order.number = number
    untold = [kind for kind in orders if kind != {last!r}]

    def tell(kind, result):
        print(f"⟪told⟫ {{(str(kind), str(result))!r}}")
        if kind in untold:
            untold.remove(kind)
        if not untold:
            event.set()

    with Pool({workers}, before_work, (event,)) as pool:
        results = steam_all(pool, steam, orders, tell)
        print(f"⟪all⟫ {{str(results)!r}}")
        try:
            pool.map(len, [])
        except ValueError:
            print("⟪closed⟫ True")
"""


def kitchen(kinds: Sequence[str], last: str, workers: int) -> Scenario:
    """So many steamers for these kinds; the kind `last` is not done before the others have been told.

    Of two orders of a kind, equal as they are, each has a number of its own, and its result tells it.
    """
    conditions = [
        AtEnd("left-open", lambda view: not told(view, "closed")),
        AtEnd("steamed-once", lambda view: len(told(view, "steamed")) <= len(kinds)),
        AtEnd(
            "swapped",
            lambda view: not any(_fits(result, kind) for kind, result in told(view, "told")),
        ),
    ]
    if len(set(kinds)) < len(kinds):
        conditions.append(AtEnd("twice", lambda view: _each_its_own(view, kinds)))
    conditions += [
        AtEnd("told-other", lambda view: all(_fits(*pair) for pair in told(view, "told"))),
        AtEnd("told-twice", lambda view: len(told(view, "told")) <= len(kinds)),
        AtEnd("told", lambda view: len(told(view, "told")) == len(kinds)),
        AtEnd("returned", lambda view: told(view, "all") != ["None"]),
        AtEnd(
            "in-order",
            lambda view: _all_fit(kinds, _returned(view)),
        ),
    ]
    return Scenario(
        main=STEAMING.format(kinds=list(kinds), last=last, workers=workers), conditions=conditions
    )


def _returned(view: View) -> list[Any]:
    found = literal_eval(told(view, "all")[0])
    return found if isinstance(found, list) else []


def _fits(kind: str, result: Any) -> bool:
    """Whether this can have come of steaming that kind."""
    return isinstance(result, str) and result.startswith(f"{kind}, hot")


def _all_fit(kinds: Sequence[str], results: Sequence[Any]) -> bool:
    """Whether there is one result for each kind, in their order."""
    return len(results) == len(kinds) and all(map(_fits, kinds, results))


def _each_its_own(view: View, kinds: Sequence[str]) -> bool:
    """Whether each order was told, and has its own result, be there another one of its kind."""
    pairs, results = told(view, "told"), _returned(view)
    in_order = [f"{kind}, hot, order {number}" for number, kind in enumerate(kinds)]
    if _all_fit(kinds, results) and results != in_order:
        return False
    told_too = same(results, [result for _, result in pairs])
    return told_too and sorted(kind for kind, _ in pairs) == sorted(kinds)


class _Kitchen(Interleaved):
    """One whose scene speaks of the last kind only if there is one."""

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """As everywhere, but for the kind that waits for the others."""
        found = super().fields(arguments)
        last = found["last"]
        waits = last in arguments[0]
        return {**found, "last": text(f"{self.key}.scenes.last", last=last) if waits else ""}


ORDER = _Kitchen(
    id="14-pool/order",
    name="steam_all",
    examples=(
        (("pork",), "–", 1),
        (("pork", "egg"), "–", 2),
        (("egg", "pork"), "pork", 2),
        (("pork", "egg"), "pork", 2),
        (("pork", "pork"), "–", 1),
        (("pork", "pork"), "–", 2),
    ),
    scenario=kitchen,
)


EXERCISES = (COUNT, ERRORS, ORDER, SIZE)
