"""Pools: what becomes of jobs, and how few interleavings it takes to know."""

from __future__ import annotations

from textwrap import dedent

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.machine import Machine
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program
from autograder.explorer.virtual.workers import DIFFERENT, LOUD, asks_who
from tests.autograder.explorer.running import Outcome, outcomes

HEAD = """
import multiprocessing
import os
import time
from multiprocessing import *
"""


def program(body: str, main: str) -> str:
    """A program with `body` at module level and `main` under its guard."""
    lines = dedent(main).strip().splitlines()
    return HEAD + dedent(body) + "\nif __name__ == '__main__':\n    " + "\n    ".join(lines)


def said(body: str, main: str, start_method: str = "spawn") -> set[tuple[str, ...]]:
    """What the main processes of all interleavings wrote, line by line, sorted."""
    return {dict(each.lines)["0"] for each in found(body, main, start_method)}


def found(body: str, main: str, start_method: str = "spawn") -> set[Outcome]:
    """The outcomes of a program."""
    return outcomes(program(body, main), start_method)


def report(body: str, main: str) -> Report:
    """What is known of a program after exploring all of it."""
    return explore(Program(program(body, main)), outcomes=True)


SQUARE = """
def f(n):
    return n * n
"""
CHATTY = """
def f(n):
    time.sleep(1)
    print('did', n)
    return n * n
"""


@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_map_returns_results_in_the_order_of_the_arguments(start_method: str) -> None:
    """Whoever did what, and whenever."""
    main = "with Pool(2) as p: print(p.map(f, range(3)), p.starmap(pow, [(2, 3), (3, 2)]))"
    assert said(SQUARE, main, start_method) == {("[0, 1, 4] [8, 9]",)}


@pytest.mark.parametrize("body", [SQUARE, CHATTY])
def test_tasks_that_share_nothing_are_one_execution(body: str) -> None:
    """Four workers and eight tasks, printing and sleeping or not: nothing that matters can differ."""
    told = report(body, "with Pool(4) as p: print(p.map(f, range(8)))")
    assert (told.verdict, told.executions, told.notes) == (Verdict.HOLDS, 1, ())


def test_the_usual_program_of_ten_tasks_is_one_execution() -> None:
    """Printing one's pid is no reason to try who does what."""
    body = "def work(n):\n    print('%s run' % os.getpid())\n    time.sleep(3)\n    return n ** 2"
    main = """
    p = Pool(3)
    res_l = [p.apply_async(work, args=(i,)) for i in range(10)]
    p.close()
    p.join()
    for res in res_l: print(res.get())
    """
    told = report(body, main)
    assert (told.verdict, told.executions) == (Verdict.HOLDS, 1)


BOTH_WAYS = {
    "results": (CHATTY, "with Pool(2) as p: print(p.map(f, range(3), 1))"),
    "callbacks": (
        SQUARE + "\nout = []",
        """
        p = Pool(2)
        for i in range(3): p.apply_async(f, (i,), callback=out.append)
        p.close()
        p.join()
        print(out)
        """,
    ),
    "unordered": (SQUARE, "with Pool(2) as p: print(list(p.imap_unordered(f, range(3))))"),
    "first failure": (
        "def f(n): raise ValueError(n)",
        """
        with Pool(2) as p:
            try: p.map(f, [1, 2], 1)
            except ValueError as e: print(e)
        """,
    ),
    "left too early": (
        SQUARE,
        """
        with Pool(2) as p:
            r = p.apply_async(f, (1,))
        print(r.ready())
        """,
    ),
    "ready": (
        SQUARE,
        """
        with Pool(1) as p:
            a = p.apply_async(f, (1,))
            b = p.apply_async(f, (2,))
            print(b.ready(), a.ready())
        """,
    ),
}


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_what_is_left_out_where_tasks_are_quiet_makes_no_difference(name: str) -> None:
    """The same outcomes are found without assuming that tasks use nothing shared."""
    source = program(*BOTH_WAYS[name])
    quiet = {(each.exits[0], each.lines[0], each.stuck) for each in outcomes(source)}
    loud = {
        (each.exits[0], each.lines[0], each.stuck)
        for each in outcomes(source, learned=frozenset({LOUD}))
    }
    assert quiet == loud


def by_force(source: str, most: int = 20_000) -> set[str]:
    """All that a program's main process can write, by trying every order of all operations."""
    registry, texts = Registry(), set()
    registry.learned |= {LOUD}
    todo: list[tuple[int, ...]] = [()]
    while todo and most:
        most -= 1
        schedule = todo.pop()
        machine = Machine(Program(source), Settings(), registry)
        try:
            for actor in schedule:
                machine.step(actor)
            able = machine.enabled()
            while len(able) == 1:
                machine.step(able[0])
                schedule += (able[0],)
                able = machine.enabled()
            if not able:
                texts.add("".join(text for _, text, _ in machine.processes[0].output))
            todo += [(*schedule, actor) for actor in able]
        finally:
            machine.close()
    assert most, "too many interleavings to force"
    return texts


@pytest.mark.parametrize(
    "main",
    [
        "print(list(Pool(1).imap_unordered(f, range(1))))",
        "r = Pool(1).apply_async(f, (1,))\nprint(r.ready())",
    ],
)
def test_a_tiny_pool_by_force(main: str) -> None:
    """Every order of all operations comes to what the search finds."""
    source = program(SQUARE, main)
    assert by_force(source) == {
        "\n".join(dict(each.lines)["0"]) + "\n" for each in outcomes(source)
    }


def test_callbacks_run_in_the_order_in_which_results_come() -> None:
    """With two workers the third task cannot be the first to be done."""
    assert said(*BOTH_WAYS["callbacks"]) == {
        ("[0, 1, 4]",), ("[0, 4, 1]",), ("[1, 0, 4]",), ("[1, 4, 0]",),
    }  # fmt: skip


def test_results_that_are_taken_as_they_come_may_come_in_any_possible_order() -> None:
    """``imap_unordered`` is not sorted, ``imap`` is."""
    assert len(said(*BOTH_WAYS["unordered"])) == 4
    assert said(SQUARE, "with Pool(2) as p: print(list(p.imap(f, range(3))))") == {("[0, 1, 4]",)}


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


def test_a_job_whose_worker_died_is_never_done() -> None:
    """The pool goes on with another worker; the map waits for ever."""
    body = "def f(n):\n    if n == 1: os._exit(3)\n    return n"
    main = "with Pool(2) as p: print(p.map(f, range(3), 1))"
    assert all(each.hangs for each in found(body, main))


def test_other_jobs_of_a_pool_whose_worker_died_are_done() -> None:
    """Even in a pool of one: the dead worker is replaced."""
    body = "def die(): os._exit(3)\ndef f(n): return n"
    main = """
    with Pool(1) as p:
        p.apply_async(die)
        print(p.apply(f, (1,)))
    """
    assert said(body, main) == {("1",)}


def test_a_queue_cannot_be_an_argument() -> None:
    """The RuntimeError comes from ``get``, and only from there."""
    main = """
    with Pool(1) as p:
        r = p.apply_async(f, (Queue(),))
        try: r.get()
        except RuntimeError as e: print(e)
    """
    text = "Queue objects should only be shared between processes through inheritance"
    assert said(SQUARE, main) == {(text,)}


def test_a_result_that_cannot_be_pickled_is_an_encoding_error() -> None:
    """Its text names the result and the reason."""
    body = "def f(n): return lambda: n"
    main = """
    with Pool(1) as p:
        try: p.apply(f, (1,))
        except multiprocessing.pool.MaybeEncodingError as e: print(str(e)[:23])
    """
    assert said(body, main) == {("Error sending result: '",)}


def test_errors_whose_texts_hold_addresses_are_repeatable() -> None:
    """Such a program is explored like any other."""
    body = "def f(n):\n    print(n)\n    return lambda: n"
    main = """
    with Pool(2) as p:
        rs = [p.apply_async(f, (n,), error_callback=lambda e: print('no')) for n in range(2)]
        for r in rs: r.wait()
    """
    assert outcomes(program(body, main), learned=frozenset({LOUD}))


def test_errors_that_nobody_gets_vanish() -> None:
    """The program ends well; who does get the error is told where it came from."""
    body = "def f(n): raise ValueError(n)"
    main = """
    p = Pool(1)
    p.apply_async(f, (1,))
    try: p.apply(f, (2,))
    except ValueError as e: print(e, type(e.__cause__).__name__)
    p.close()
    p.join()
    """
    (only,) = found(body, main)
    assert (only.text, only.errors) == (("2 RemoteTraceback",), ())


@pytest.mark.parametrize(
    ("call", "error"),
    [
        ("p.join()", "Pool is still running"),
        ("p.close() or p.apply(f, (1,))", "Pool not running"),
        ("p.terminate() or p.map(f, [1])", "Pool not running"),
        ("Pool(0)", "Number of processes must be at least 1"),
        ("p.imap(f, [1], 0)", "Chunksize must be 1+, not 0"),
    ],
)
def test_misuse_is_a_value_error(call: str, error: str) -> None:
    """With the real words."""
    main = f"""
    p = Pool(1)
    try: {call}
    except ValueError as e: print(e)
    """
    assert said(SQUARE, main) == {(error,)}


def test_leaving_the_with_ends_what_is_not_done() -> None:
    """Then ``get`` waits for ever; if the task was quick enough, it does not."""
    main = """
    with Pool(2) as p:
        r = p.apply_async(f, (3,))
    print(r.get())
    """
    assert {each.text for each in found(SQUARE, main)} == {(), ("9",)}
    assert {each.hangs for each in found(SQUARE, main)} == {True, False}


def test_a_task_that_is_ended_may_have_printed_or_not() -> None:
    """Between any two prints it may be over."""
    body = "def f(n):\n    print('one')\n    print('two')"
    main = "with Pool(1) as p: p.apply_async(f, (1,))"
    assert {each.text for each in found(body, main)} >= {(), ("one",), ("one", "two")}


def test_a_pool_that_is_left_undone_ends_with_the_program() -> None:
    """Nobody is left waiting."""
    assert not any(each.stuck for each in found(SQUARE, "p = Pool(2)\np.apply_async(f, (1,))"))


def test_a_short_timeout_may_run_out() -> None:
    """Whatever the task does."""
    main = """
    with Pool(1) as p:
        try: print(p.apply_async(f, (2,)).get(timeout=1))
        except multiprocessing.TimeoutError: print('late')
    """
    assert said(CHATTY, main) == {("4",), ("late",)}


def test_successful_needs_an_outcome() -> None:
    """Before there is one it is a ValueError."""
    main = """
    with Pool(1) as p:
        r = p.apply_async(f, (2,))
        try: print(r.successful())
        except ValueError: print('not ready')
        r.wait()
        print(r.ready(), r.successful())
    """
    assert said(SQUARE, main) == {("True", "True True"), ("True True", "not ready")}


def test_a_worker_ends_after_so_many_tasks() -> None:
    """And another takes its place."""
    body = "def f(n): return current_process().name[-1]"
    main = "with Pool(1, maxtasksperchild=1) as p: print(''.join(p.map(f, range(2), 1)))"
    assert said(body, main) == {("12",)}


def test_a_callback_that_fails_ends_all_handing_on() -> None:
    """Its thread is gone, so nobody's result arrives any more."""
    main = """
    p = Pool(1)
    p.apply_async(f, (1,), callback=lambda n: 1 / 0)
    print(p.apply(f, (2,)))
    """
    assert all(each.hangs for each in found(SQUARE, main))


def test_chunks_are_as_large_as_for_real() -> None:
    """A quarter of a worker's share, rounded up."""
    body = "def f(n):\n    print(n)"
    main = "with Pool(2) as p: p.map(f, range(9))"
    (only,) = found(body, main)
    assert {tuple(lines) for path, lines in only.lines if path != "0"} == {
        ("0", "1", "4", "5", "8"), ("2", "3", "6", "7"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("print(os.getpid())", False),
        ("print(f'{os.getpid()} runs', current_process().name)", False),
        ("print('%s %d' % (os.getpid(), 1))", False),
        ("return os.getpid()", True),
        ("print(os.getpid() % 2)", True),
        ("print(f(os.getpid()))", True),
        ("name = current_process().name", True),
        ("from os import getpid as who", True),
        ("print('no question')", False),
    ],
)
def test_who_asks_who_it_is(text: str, asks: bool) -> None:
    """A program that only prints who it is need not be told apart."""
    assert asks_who(Program(f"def f():\n    {text}")) is asks


def test_what_was_learned_is_kept_for_the_exploration() -> None:
    """The first execution to leave something behind in a worker is not counted."""
    registry = Registry()
    body = "seen = []\ndef f(n): seen.append(n)"
    source = program(body, "with Pool(1) as p: p.map(f, [1])")
    outcomes(source, registry=registry)
    assert registry.learned == {LOUD, DIFFERENT}


@pytest.mark.parametrize(
    ("body", "main"),
    [
        (
            "def f(d): d['n'] += 1",
            """
            with Manager() as m:
                d = m.dict(n=0)
                with Pool(2) as p: p.map(f, [d, d], 1)
                assert d['n'] == 2
            """,
        ),
        ("def f(n): return n", "with Pool(2) as p: r = p.apply_async(f, (1,))\nr.get()"),
    ],
)
def test_a_story_of_a_pool_can_be_replayed(body: str, main: str) -> None:
    """Its schedule fits, whatever the exploration had learned when it was found."""
    source = Program(program(body, main))
    told = explore(source)
    again = replay(source, told.schedule)
    assert told.verdict is again.verdict is Verdict.BROKEN
    assert (again.kind, again.story) == (told.kind, told.story)
