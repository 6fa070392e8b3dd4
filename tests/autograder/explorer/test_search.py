"""The search misses nothing that brute force finds, and tries far less."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.explorer.operations import Op, Primitive, Row, rows
from autograder.explorer.search import explore
from autograder.explorer.world import Dependency
from tests.autograder.explorer.programs import Script, Scripted, by_force, generated, primitives

PROGRAMS = 600


def starting(scripts: list[Script]) -> Callable[[], Scripted]:
    """A program as the search wants it."""
    return lambda: Scripted(primitives, scripts)


def differs(seed: int, relation: frozenset[Row] | None = None, family: str = "") -> bool:
    """Whether search and brute force disagree on the outcomes or the deadlocks of a program."""
    start = starting(generated(seed, family))
    found = {(each.outcome, each.stuck) for each in explore(start, Dependency(relation))}
    return found != {(each.outcome, each.stuck) for each in by_force(start)}


@pytest.mark.parametrize("block", range(6))
def test_search_finds_what_brute_force_finds(block: int) -> None:
    """On 600 generated programs: the same final states, the same answers, the same deadlocks."""
    size = PROGRAMS // 6
    assert [seed for seed in range(block * size, (block + 1) * size) if differs(seed)] == []


@pytest.mark.parametrize("row", sorted(rows()), ids=" ".join)
def test_every_row_of_the_dependency_relation_is_needed(row: Row) -> None:
    """Without it, some program's outcome or deadlock is missed."""
    assert any(differs(seed, rows() - {row}, family=row[0]) for seed in range(2000)), row


def test_processes_that_share_nothing_are_one_execution() -> None:
    """Cost grows with dependent operations, not with processes."""
    scripts = [[Op("write", f"own{n}", 1), Op("read", f"own{n}")] for n in range(5)]

    def start() -> Scripted:
        return Scripted(lambda: {f"own{n}": Primitive("cell", 0) for n in range(5)}, scripts)

    assert len(list(explore(start))) == 1


def test_two_buyers_sell_one_ticket_twice() -> None:
    """Look, look, sell, sell: the race is among the outcomes, and so is the right order."""
    buyer = [Op("read", "x"), Op("write", "x", "seen")]
    results = list(explore(starting([buyer, buyer])))
    assert {each.outcome for each in results} == {
        each.outcome for each in by_force(starting([buyer, buyer]))
    }
    assert len(results) < len(list(by_force(starting([buyer, buyer]))))


def test_locks_in_opposite_order_can_wait_for_each_other() -> None:
    """Both actors are stuck in some schedule, and in another both come through."""
    one = [Op("acquire", "lock"), Op("acquire", "sem"), Op("release", "sem"), Op("release", "lock")]
    two = [Op("acquire", "sem"), Op("acquire", "lock"), Op("release", "lock"), Op("release", "sem")]
    assert {each.stuck for each in explore(starting([one, two]))} == {
        frozenset(),
        frozenset({0, 1}),
    }
