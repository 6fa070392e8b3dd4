"""The search misses nothing that brute force finds, and tries far less."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import combinations_with_replacement
from pathlib import Path

import pytest

from autograder.explorer.families import Row, family, rows
from autograder.explorer.operations import Op, Primitive
from autograder.explorer.search import explore
from autograder.explorer.world import Dependency
from tests.autograder.explorer.programs import WITNESSES, generated, meeting, primitives
from tests.autograder.explorer.scripted import Script, Scripted, by_force

PROGRAMS = 600
SEEDS: dict[str, int] = json.loads(Path(__file__).with_name("seeds.json").read_text("utf-8"))
"""For each row, a seed that needs it: where looking for one begins, and mostly ends."""


def starting(scripts: list[Script]) -> Callable[[], Scripted]:
    """A program as the search wants it."""
    return lambda: Scripted(lambda: primitives(scripts), scripts)


def differs(scripts: list[Script], relation: frozenset[Row] | None = None) -> bool:
    """Whether search and brute force disagree on the outcomes or the deadlocks of a program."""
    start = starting(scripts)
    found = {each.execution.outcome() for each in explore(start, Dependency(relation))}
    return found != by_force(start)


@pytest.mark.parametrize("block", range(6))
def test_search_finds_what_brute_force_finds(block: int) -> None:
    """On 600 generated programs: the same final states, the same answers, the same deadlocks."""
    size = PROGRAMS // 6
    assert [
        seed for seed in range(block * size, (block + 1) * size) if differs(generated(seed))
    ] == []


@pytest.mark.parametrize("of", sorted({family(row[0]) for row in rows()}))
def test_search_finds_what_brute_force_finds_in_each_family(of: str) -> None:
    """Where scripts meet at one object of a family, they are the likelier to disturb each other."""
    assert [seed for seed in range(60) if differs(generated(seed, of))] == []


@pytest.mark.parametrize("row", sorted(rows()), ids=" ".join)
def test_every_row_of_the_dependency_relation_is_needed(row: Row) -> None:
    """Without it, some program's outcome or deadlock is missed."""
    without = rows() - {row}
    if row in WITNESSES:
        assert differs(WITNESSES[row], without)
        return
    known = SEEDS.get(" ".join(row))
    seeds = range(400) if known is None else (known, *range(400))
    assert any(differs(meeting(seed, row), without) for seed in seeds), row


def test_search_finds_what_brute_force_finds_of_long_messages() -> None:
    """Who begins one, who sends a short one, who receives and who closes, three of them at a time."""
    kinds = [
        "begin send",
        "send",
        "recv",
        "recv recv",
        "try-recv poll",
        "close-writer",
        "close-reader",
    ]
    told = {"begin": b"long", "send": "seen"}
    scripts = [
        [Op(f"channel.{each}", "pipe", told.get(each)) for each in kind.split()] for kind in kinds
    ]
    programs = combinations_with_replacement(scripts, 3)
    assert [each for each in programs if differs([list(script) for script in each])] == []


def test_processes_that_share_nothing_are_one_execution() -> None:
    """Cost grows with dependent operations, not with processes."""
    scripts = [[Op("cell.write", f"own{n}", 1), Op("cell.read", f"own{n}")] for n in range(5)]

    def start() -> Scripted:
        return Scripted(lambda: {f"own{n}": Primitive("cell", 0) for n in range(5)}, scripts)

    assert len(list(explore(start))) == 1


def test_two_buyers_sell_one_ticket_twice() -> None:
    """Look, look, sell, sell: the race is among the outcomes, and so is the right order."""
    buyer = [Op("cell.read", "x"), Op("cell.write", "x", "seen")]
    results = [each.execution.outcome() for each in explore(starting([buyer, buyer]))]
    assert set(results) == by_force(starting([buyer, buyer]))
    assert len(results) <= 4


def test_locks_in_opposite_order_can_wait_for_each_other() -> None:
    """Both actors are stuck in some schedule, and in another both come through."""
    one = [
        Op("lock.acquire", "lock"),
        Op("bounded.acquire", "sem"),
        Op("bounded.release", "sem"),
        Op("lock.release", "lock"),
    ]
    two = [
        Op("bounded.acquire", "sem"),
        Op("lock.acquire", "lock"),
        Op("lock.release", "lock"),
        Op("bounded.release", "sem"),
    ]
    assert {each.stuck for each in explore(starting([one, two]))} == {
        frozenset(),
        frozenset({0, 1}),
    }
