"""Signs of mistakes with pools, each by a small program that makes it."""

from __future__ import annotations

import pytest

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
