"""Pools: in which orders jobs may be done, and how few interleavings it takes to know."""

from __future__ import annotations

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.machine import Machine
from autograder.explorer.replaying import replay
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program
from autograder.explorer.virtual.workers import DIFFERENT, LOUD, asks_who
from tests.autograder.explorer.running import outcomes
from tests.autograder.explorer.small import CHATTY, SQUARE, program, said


def report(body: str, main: str) -> Report:
    """What is known of a program after exploring all of it."""
    return explore(Program(program(body, main)), outcomes=True)


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


def test_callbacks_run_in_the_order_in_which_results_come() -> None:
    """With two workers the third task cannot be the first to be done."""
    assert said(*BOTH_WAYS["callbacks"]) == {
        ("[0, 1, 4]",), ("[0, 4, 1]",), ("[1, 0, 4]",), ("[1, 4, 0]",),
    }  # fmt: skip


def test_results_that_are_taken_as_they_come_may_come_in_any_possible_order() -> None:
    """``imap_unordered`` is not sorted, ``imap`` is."""
    assert len(said(*BOTH_WAYS["unordered"])) == 4
    assert said(SQUARE, "with Pool(2) as p: print(list(p.imap(f, range(3))))") == {("[0, 1, 4]",)}


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


def test_errors_whose_texts_hold_addresses_are_repeatable() -> None:
    """Such a program is explored like any other."""
    body = "def f(n):\n    print(n)\n    return lambda: n"
    main = """
    with Pool(2) as p:
        rs = [p.apply_async(f, (n,), error_callback=lambda e: print('no')) for n in range(2)]
        for r in rs: r.wait()
    """
    assert outcomes(program(body, main), learned=frozenset({LOUD}))


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
