"""Pools: what becomes of jobs, and who does them."""

from __future__ import annotations

import pytest

from tests.autograder.explorer.small import SQUARE, explored, said


@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_map_returns_results_in_the_order_of_the_arguments(start_method: str) -> None:
    """Whoever did what, and whenever."""
    main = "with Pool(2) as p: print(p.map(f, range(3)), p.starmap(pow, [(2, 3), (3, 2)]))"
    assert said(SQUARE, main, start_method) == {("[0, 1, 4] [8, 9]",)}


def test_each_worker_has_globals_of_its_own() -> None:
    """What is appended in one is seen by its later tasks only, and never in the parent."""
    body = "seen = []\ndef f(n):\n    seen.append(n)\n    return len(seen)"
    main = "with Pool(2) as p: print(p.map(f, range(3), 1), seen)"
    assert said(body, main) == {("[1, 1, 2] []",), ("[1, 2, 1] []",), ("[1, 2, 3] []",)}


def test_workers_are_named_and_do_what_comes() -> None:
    """Up to the names of the two, every way to share three tasks is found."""
    body = "def f(n): return current_process().name[-1]"
    main = "with Pool(2) as p: print(''.join(p.map(f, range(3), 1)))"
    assert said(body, main) == {("111",), ("112",), ("121",), ("122",)}


@pytest.mark.parametrize(("start_method", "name"), [("spawn", "Spawn"), ("fork", "Fork")])
def test_workers_are_called_as_for_real(start_method: str, name: str) -> None:
    """``SpawnPoolWorker-1``, and they are daemons."""
    body = "def f(n): return current_process().name, current_process().daemon"
    main = "with Pool(1) as p: print(p.apply(f, (1,)))"
    assert said(body, main, start_method) == {(f"('{name}PoolWorker-1', True)",)}


def test_tasks_on_something_shared_race() -> None:
    """A shared counter loses counts, as between any processes."""
    body = "def init(x):\n    global v\n    v = x\ndef f(n):\n    v.value += 1"
    main = """
    x = Value('i', 0)
    with Pool(2, init, (x,)) as p: p.map(f, range(2), 1)
    print(x.value)
    """
    assert said(body, main) == {("1",), ("2",)}


def test_a_worker_ends_after_so_many_tasks() -> None:
    """And another takes its place."""
    body = "def f(n): return current_process().name[-1]"
    main = "with Pool(1, maxtasksperchild=1) as p: print(''.join(p.map(f, range(2), 1)))"
    assert said(body, main) == {("12",)}


def test_chunks_are_as_large_as_for_real() -> None:
    """A quarter of a worker's share, rounded up."""
    body = "def f(n):\n    print(n)"
    main = "with Pool(2) as p: p.map(f, range(9))"
    (only,) = explored(body, main)
    assert {tuple(lines) for path, lines in only.lines if path != "0"} == {
        ("0", "1", "4", "5", "8"), ("2", "3", "6", "7"),
    }  # fmt: skip
