"""What is another one in every run of Python is noted where a program looks at it."""

from __future__ import annotations

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.source import Program

STUBBORN = """
from multiprocessing import Lock, Process

def work(lock):
    while True:
        try:
            lock.acquire()
            lock.acquire()
        except BaseException:
            pass

if __name__ == "__main__":
    lock = Lock()
    worker = Process(target=work, args=(lock,))
    worker.start()
    worker.join()
"""


def explored(source: str, **modules: str) -> Report:
    """What comes of a program."""
    return explore(Program(source, modules=modules))


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("print(id(object()))", "identity"),
        ("print(hash('a'))", "identity"),
        ("for name in {'a', 'b'}: print(name)", "order"),
        ("print([name for name in frozenset('ab')])", "order"),
    ],
)
def test_it_is_noted(source: str, note: str) -> None:
    """And so the program does not hold: other runs may differ."""
    report = explored(source)
    assert report.verdict is Verdict.BOUNDED
    assert report.notes == (note,)


@pytest.mark.parametrize(
    "source",
    [
        "for number in {1, 2}: print(number)",
        "for name in sorted({'a', 'b'}): print(name)",
        "for name in {'a'}: print(name)",
        "print(hash(1), [each for each in 'ab'])",
        "class A:\n    def __hash__(self): return hash(('a', 1))\nprint({A(): 1} != {})",
    ],
)
def test_what_is_always_the_same_is_not(source: str) -> None:
    """Numbers are their own hashes, and one thing has no order."""
    assert explored(source).verdict is Verdict.HOLDS


def test_deeper_than_usual_is_no_fault_of_the_program() -> None:
    """It asked for leave to; the explorer gives none."""
    deeper = "def deeper(n):\n    return n and deeper(n - 1)\ndeeper(100_000)"
    assert explored(deeper).verdict is Verdict.BROKEN
    report = explored(f"import sys\nsys.setrecursionlimit(10**6)\n{deeper}")
    assert (report.verdict, report.kind) == (Verdict.INCONCLUSIVE, "recursion")


def test_processes_without_end() -> None:
    """Are not started for ever."""
    source = "from multiprocessing import Process\nwhile True: Process(target=print).start()"
    report = explored(
        f"if __name__ == '__main__':\n    {source.replace(chr(10), chr(10) + '    ')}"
    )
    assert (report.verdict, report.kind) == (Verdict.INCONCLUSIVE, "too-many-processes")


def test_code_that_lets_nothing_end_it_is_left() -> None:
    """An execution that is over is over, whatever its code passes over."""
    report = explored(STUBBORN)
    assert (report.verdict, report.kind) == (Verdict.BROKEN, "deadlock")


def test_a_module_that_is_not_python_fails_where_it_is_imported() -> None:
    """As it does in reality; and if nobody imports it, it does no harm."""
    assert explored("print('other')", other="if x").verdict is Verdict.HOLDS
    report = explored("import other", other="if x")
    assert (report.verdict, report.fields["detail"]) == (Verdict.BROKEN, "SyntaxError")


def test_the_garbage_shows_nothing_of_the_explorer() -> None:
    """To look for it ends the exploration; to collect it is fine."""
    assert explored("import gc\ngc.collect()").verdict is Verdict.HOLDS
    assert explored("import gc\ngc.get_objects()").verdict is Verdict.UNSUPPORTED
    assert explored("import inspect\ninspect.stack()").verdict is Verdict.UNSUPPORTED
    assert explored("import inspect\nassert inspect.isfunction(lambda: 0)").status == 0
