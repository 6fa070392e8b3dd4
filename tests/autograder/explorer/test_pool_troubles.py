"""Pools: workers that die, errors, misuse, and jobs that are left undone."""

from __future__ import annotations

import pytest

from tests.autograder.explorer.small import CHATTY, SQUARE, explored, said


def test_a_job_whose_worker_died_is_never_done() -> None:
    """The pool goes on with another worker; the map waits for ever."""
    body = "def f(n):\n    if n == 1: os._exit(3)\n    return n"
    main = "with Pool(2) as p: print(p.map(f, range(3), 1))"
    assert all(each.hangs for each in explored(body, main))


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
    (only,) = explored(body, main)
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
    assert {each.text for each in explored(SQUARE, main)} == {(), ("9",)}
    assert {each.hangs for each in explored(SQUARE, main)} == {True, False}


def test_a_task_that_is_ended_may_have_printed_or_not() -> None:
    """Between any two prints it may be over."""
    body = "def f(n):\n    print('one')\n    print('two')"
    main = "with Pool(1) as p: p.apply_async(f, (1,))"
    assert {each.text for each in explored(body, main)} >= {(), ("one",), ("one", "two")}


def test_a_pool_that_is_left_undone_ends_with_the_program() -> None:
    """Nobody is left waiting."""
    assert not any(each.stuck for each in explored(SQUARE, "p = Pool(2)\np.apply_async(f, (1,))"))


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


def test_a_callback_that_fails_ends_all_handing_on() -> None:
    """Its thread is gone, so nobody's result arrives any more."""
    main = """
    p = Pool(1)
    p.apply_async(f, (1,), callback=lambda n: 1 / 0)
    print(p.apply(f, (2,)))
    """
    assert all(each.hangs for each in explored(SQUARE, main))
