"""The executor of processes and its futures."""

from __future__ import annotations

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.reports import Verdict
from autograder.explorer.source import Program
from autograder.explorer.virtual.workers import LOUD
from tests.autograder.explorer.running import outcomes
from tests.autograder.explorer.small import SQUARE, explored, program, said, written


@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_map_returns_results_in_order(start_method: str) -> None:
    """However many arguments there are, and in chunks or not."""
    main = """
    with ProcessPoolExecutor(2) as p:
        print(list(p.map(f, range(3))), list(p.map(pow, [2, 3], [3, 2], chunksize=2)))
    """
    assert said(SQUARE, main, start_method) == {("[0, 1, 4] [8, 9]",)}


def test_tasks_that_share_nothing_are_one_execution() -> None:
    """Four workers, eight tasks."""
    main = "with ProcessPoolExecutor(4) as p: print(list(p.map(f, range(8))))"
    told = explore(Program(program(SQUARE, main)), outcomes=True)
    assert (told.verdict, told.executions) == (Verdict.HOLDS, 1)


def test_a_future_has_a_result_or_an_exception() -> None:
    """And once it has, it is done."""
    body = "def f(n): return 1 // n"
    main = """
    with ProcessPoolExecutor(2) as p:
        a, b = p.submit(f, 1), p.submit(f, 0)
        print(a.result(), repr(b.exception()), a.exception(), b.done())
        try: b.result()
        except ZeroDivisionError as e: print(type(e.__cause__).__name__)
    """
    text = "1 ZeroDivisionError('integer division or modulo by zero') None True"
    (only,) = said(body, main)
    assert text in only


def test_nothing_can_be_submitted_after_shutdown() -> None:
    """Leaving the ``with`` waits for all, and closes."""
    main = """
    with ProcessPoolExecutor(1) as p: a = p.submit(f, 2)
    print(a.done(), a.result())
    try: p.submit(f, 1)
    except RuntimeError as e: print(e)
    """
    assert said(SQUARE, main) == {("True 4", "cannot schedule new futures after shutdown")}


def test_futures_complete_in_any_possible_order() -> None:
    """With two workers the third call cannot be the first to be done."""
    main = """
    with ProcessPoolExecutor(2) as p:
        print([x.result() for x in as_completed([p.submit(f, i) for i in range(3)])])
    """
    expected = {("[0, 1, 4]",), ("[0, 4, 1]",), ("[1, 0, 4]",), ("[1, 4, 0]",)}
    assert said(SQUARE, main) == expected
    loud = outcomes(program(SQUARE, main), learned=frozenset({LOUD}))
    assert written(loud) == expected


def test_waiting_for_the_first() -> None:
    """One may be done, or both already."""
    main = """
    with ProcessPoolExecutor(2) as p:
        fs = [p.submit(f, i) for i in range(2)]
        done, left = wait(fs, return_when=FIRST_COMPLETED)
        print(len(done), len(left))
        done, left = wait(fs)
        print(len(done), len(left))
    """
    assert said(SQUARE, main) == {("1 1", "2 0"), ("2 0", "2 0")}


def test_a_worker_that_dies_breaks_the_executor() -> None:
    """All that is not done fails, and nothing can be submitted any more; nobody hangs."""
    body = "def f(n):\n    if n: os._exit(1)\n    return n"
    main = """
    with ProcessPoolExecutor(2) as p:
        a, b = p.submit(f, 0), p.submit(f, 1)
        try: b.result()
        except BrokenProcessPool as e: print('broken')
        print(type(a.exception()).__name__)
        try: p.submit(f, 0)
        except BrokenProcessPool as e: print('still')
    """
    found = explored(body, main)
    assert written(found) == {
        ("NoneType", "broken", "still"),
        ("BrokenProcessPool", "broken", "still"),
    }
    assert not any(each.stuck for each in found)


def test_an_initializer_that_fails_breaks_the_executor() -> None:
    """The call's future tells."""
    body = "def init(): raise ValueError('no')\ndef f(n): return n"
    main = """
    with ProcessPoolExecutor(1, initializer=init) as p:
        print(type(p.submit(f, 1).exception()).__name__)
    """
    assert said(body, main) == {("BrokenProcessPool",)}


def test_callbacks_are_called_in_the_parent() -> None:
    """In the order in which the futures are done, and before the executor is left."""
    main = """
    out = []
    with ProcessPoolExecutor(2) as p:
        for i in range(2): p.submit(f, i).add_done_callback(lambda x: out.append(x.result()))
    print(out)
    """
    assert said(SQUARE, main) == {("[0, 1]",), ("[1, 0]",)}
    loud = outcomes(program(SQUARE, main), learned=frozenset({LOUD}))
    assert written(loud) == {("[0, 1]",), ("[1, 0]",)}


def test_what_cannot_be_pickled_is_the_future_s_exception() -> None:
    """Be it the function or the result."""
    body = "def f(n): return lambda: n"
    main = """
    with ProcessPoolExecutor(1) as p:
        print('pickle' in repr(p.submit(lambda: 1).exception()))
        print(p.submit(f, 1).exception() is not None)
    """
    assert said(body, main) == {("True", "True")}


def test_an_executor_that_is_not_shut_down_finishes_first() -> None:
    """The program waits for the calls at its end."""
    body = "def f(n): print(n)"
    found = explored(body, "p = ProcessPoolExecutor(2)\np.submit(f, 1)")
    assert {each.text for each in found} == {("1",)}
    assert not any(each.stuck for each in found)


def test_a_call_that_has_not_begun_can_be_cancelled() -> None:
    """Whether it has is up to the workers, and the verdict says that real queues differ."""
    main = """
    with ProcessPoolExecutor(1) as p:
        a, b = p.submit(f, 1), p.submit(f, 2)
        print(b.cancel(), b.cancelled())
    """
    assert said(SQUARE, main) == {("True True",), ("False False",)}
    assert "executor-queue" in explore(Program(program(SQUARE, main)), outcomes=True).notes


def test_a_result_may_take_too_long() -> None:
    """``TimeoutError`` is the builtin one."""
    main = """
    with ProcessPoolExecutor(1) as p:
        try: print(p.submit(f, 2).result(timeout=1))
        except TimeoutError: print('late')
    """
    assert said(SQUARE, main) == {("4",), ("late",)}


def test_threads_are_not_explored() -> None:
    """The executor of threads ends the exploration, by name."""
    told = explore(
        Program("from concurrent.futures import ThreadPoolExecutor\nThreadPoolExecutor(2)")
    )
    assert told.verdict is Verdict.UNSUPPORTED
    assert "ThreadPoolExecutor" in str(told.fields)


def test_a_negative_number_of_workers_is_refused() -> None:
    """With the real words."""
    main = "try: ProcessPoolExecutor(0)\nexcept ValueError as e: print(e)"
    assert said("", main) == {("max_workers must be greater than 0",)}
