"""Signs of mistakes with pools, each by a small program that makes it."""

from __future__ import annotations

import pytest

from autograder.cell import Cell
from autograder.explorer.conditions import AtEnd, AtOnce
from autograder.explorer.exploring import explore
from autograder.explorer.signs import signs
from autograder.explorer.source import Program

MAIN = """
from multiprocessing import Pool

def work(number):
    return 1 // number

def two(one, other):
    pass

if __name__ == "__main__":
    with Pool(2) as pool:
{use}
"""
NEVER = AtEnd("never", lambda _view: False)


def found(*lines: str) -> list[str]:
    """The signs in the story of a program that uses a pool in these lines."""
    program = Program(MAIN.format(use="\n".join(f"        {line}" for line in lines)))
    return signs(explore(program), program)


@pytest.mark.parametrize(
    "line",
    [
        "pool.apply_async(work, (1,), callback=two).get()",
        "pool.map_async(work, [1, 2], callback=two).get()",
        "pool.apply_async(work, (0,), error_callback=two).get()",
    ],
)
def test_a_callback_that_fails(line: str) -> None:
    """It ends the thread that hands results on, and is told before anything else."""
    assert found(line)[0] == "callback-failed"


def test_other_endless_waits() -> None:
    """A result that is waited for when the pool has been terminated is no callback's fault."""
    callback = "call = pool.apply_async(work, (1,), callback=print)"
    assert "callback-failed" not in found(callback, "pool.terminate()", "call.get()")


@pytest.mark.parametrize("line", ["pool.map(work, [0, 1])", "print(missing)"])
def test_workers_are_not_joined_by_a_program(line: str) -> None:
    """Whatever fails beside a pool, it is not that its workers were not waited for."""
    assert found(line) == []


LATE = [
    "calls = [pool.apply_async(work, (n,), callback=lambda _: got.append(n)) for n in (1, 2)]",
    "[call.get() for call in calls]",
    "assert sorted(got) == [1, 2]",
]
KEPT = [LATE[0].replace("lambda _", "lambda _, n=n"), LATE[1], "assert not got"]
CALLS = "calls = [pool.apply_async(work, (n,)) for n in (0, 1)]"


def test_a_lambda_that_looks_when_it_is_called() -> None:
    """Made in a loop, it finds what the loop's variable is at last; an argument of its own is kept."""
    assert "late-lambda" in found("got = []", *LATE)
    assert "late-lambda" not in found("got = []", *KEPT)


def test_one_try_round_a_loop() -> None:
    """The first error ends the loop; a try for each result does not."""
    failing = "assert got"
    whole = ["try:", "    for call in calls:", "        got.append(call.get())"]
    each = ["for call in calls:", "    try:", "        got.append(call.get())"]
    assert "one-try" in found(
        "got = []", CALLS, *whole, "except ZeroDivisionError:", "    pass", failing
    )
    assert "one-try" not in found(
        "got = []", CALLS, *each, "    except ZeroDivisionError:", "        assert got", failing
    )


def test_no_task() -> None:
    """A chunk of none makes no task, and every result is None, as in CPython."""
    nothing = "pool.map(work, [1, 2], chunksize=0)"
    assert found(f"assert {nothing} == [None, None]") == []
    assert "no-chunk" in found(f"sum({nothing})")


def test_one_chunk() -> None:
    """All in one task is one worker's: two were to be at work."""
    program = Program(
        MAIN.format(use="        pool.map(nap, [1, 1], chunksize=2)").replace(
            "def two", "from time import sleep as nap\n\ndef two"
        )
    )
    assert signs(explore(program, conditions=[AtOnce(least=2)]), program)[0] == "one-chunk"


@pytest.mark.parametrize("lines", [[], ["pool.map(work, [1, 2])"]])
def test_a_map_of_the_scenarios_own_is_no_map_of_the_learners(lines: list[str]) -> None:
    """Of a notebook's program, lines in cells count: they hand nothing in, or something."""
    use = "\n    ".join(["pass", *lines])
    own = f"def use(pool, work):\n    {use}\n"
    checked = "        use(pool, work)\n        pool.map(len, [])"
    program = Program(MAIN.format(use=checked), cells=(Cell("Cell In[1]", own),))
    assert "no-chunk" not in signs(explore(program, conditions=[NEVER]), program)


def test_tasks_that_cannot_be_sent_are_tasks() -> None:
    """Whatever came of them, they were not handed in by a chunk of none."""
    unsendable = "        for _ in range(2):\n            pool.apply_async(lambda: 1)"
    program = Program(MAIN.format(use=unsendable))
    assert "no-chunk" not in signs(explore(program, conditions=[NEVER]), program)
