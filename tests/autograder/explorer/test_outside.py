"""Exploring in another process: what it may use, how it ends, and what comes back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from autograder.cells import Cell
from autograder.explorer import AtEnd, Finding, Program, ProgramError, Verdict, explore, replay
from autograder.explorer.conditions import View

COUNTED = """
from multiprocessing import Process, Value

def work(total):
    total.value += 1

if __name__ == "__main__":
    total = Value("i", 0)
    workers = [Process(target=work, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""


def _is_two(view: View) -> bool:
    return bool(view.value("total") == 2)


RULES = [AtEnd("all are counted", _is_two)]


def given_up(source: str | Program, **options: float) -> Finding:
    """What comes of a program that has to be given up."""
    found = explore(source, max_seconds=0.5, language="en", **options)  # type: ignore[arg-type]
    assert found.verdict is Verdict.INCONCLUSIVE
    assert found.status == 3
    assert not found.complete
    return found


def test_what_comes_back_is_a_report_in_words() -> None:
    """Verdict, story and schedule; the schedule gives the same story."""
    source = COUNTED + "    assert total.value == 2\n"
    found = explore(source, language="en")
    assert (found.verdict, found.kind, found.status) == (Verdict.BROKEN, "assertion", 1)
    assert found.message.startswith("✗ An assertion can fail.")
    assert "<table" in found.html
    assert replay(source, found.schedule, language="en").transcript == found.transcript


def test_conditions_are_named() -> None:
    """They are code of the instructor's, and are imported where they are needed."""
    found = explore(COUNTED, conditions=(f"{__name__}:RULES",), language="en")
    assert (found.verdict, found.kind) == (Verdict.BROKEN, "end")
    assert "all are counted" in found.message


def test_outcomes_are_counted() -> None:
    """Every one, with how many interleavings lead to it."""
    found = explore(COUNTED + "    print(total.value)\n", outcomes=True)
    assert found.verdict is Verdict.HOLDS
    assert sum(found.outcomes.values()) == found.executions
    assert {each.count("'1\\n'") for each in found.outcomes} == {0, 1}


def test_who_computes_for_ever_is_killed_and_told_where() -> None:
    """Even where no loop of the program's own is seen; nothing is left of the process."""
    before = {each.pid for each in psutil.Process().children(recursive=True)}
    found = given_up("import itertools\n\nsum(itertools.repeat(0))\n")
    assert (found.kind, found.line) == ("time", 3)
    assert "Line 3: sum(itertools.repeat(0))" in found.message
    assert {each.pid for each in psutil.Process().children(recursive=True)} <= before


def test_who_computes_for_ever_in_a_cell_is_told_in_which() -> None:
    """The line is one of the cell's, not of what stands below."""
    cell = Cell("Cell In[3]", "import itertools\n\ndef add():\n    sum(itertools.repeat(0))\n")
    found = given_up(Program("add()", "check", cells=(cell,)))
    assert (found.kind, found.line) == ("time", 4)
    assert "Line 4 of In[3]: sum(itertools.repeat(0))" in found.message


def test_who_asks_for_all_the_memory_is_refused_it() -> None:
    """And nobody says that the program is wrong: another machine has more."""
    found = given_up("everything = [0] * 10**9\n", memory_mib=512)
    assert found.kind == "memory"


def test_who_brings_the_process_down_is_told_where() -> None:
    """Bytecode that no compiler wrote makes the interpreter read where nothing is."""
    found = given_up(
        "import dis\n\n"
        "far = [dis.opmap['EXTENDED_ARG'], 255] * 3 + [dis.opmap['LOAD_CONST'], 255]\n"
        "code = (lambda: 0).__code__.replace(co_code=bytes([*far, dis.opmap['RETURN_VALUE'], 0]))\n"
        "exec(code)\n"
    )
    assert (found.kind, found.line) == ("died", 5)


def test_what_is_no_program_is_refused() -> None:
    """With the line where it ends to be one."""
    with pytest.raises(ProgramError) as refused:
        explore(Program("x = 1\nif x\n"))
    assert refused.value.line == 2


def test_a_file_may_be_named(tmp_path: Path) -> None:
    """Its path is enough."""
    path = tmp_path / "hello.py"
    path.write_text("print('hello')", encoding="utf-8")
    assert explore(path).verdict is Verdict.HOLDS


def test_importing_the_package_loads_next_to_nothing() -> None:
    """What is needed is loaded when it is first used."""
    code = (
        "import sys, autograder.explorer as e; assert 'greenlet' not in sys.modules;"
        "assert 'msgspec' not in sys.modules; assert set(e.__all__) == set(e._HOMES)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("witnessed", [False, True])
def test_an_execution_is_given_up_after_as_many_steps_as_one_says(witnessed: bool) -> None:
    """What needs no more of them holds; of what does, not everything was tried."""
    counts = (
        'from multiprocessing import Value\nv = Value("i", 0)\nfor _ in range({}): v.value += 1'
    )
    short = explore(counts.format(20), longest=100, witnessed=witnessed)
    assert (short.verdict, short.notes) == (Verdict.HOLDS, [])
    long = explore(counts.format(200), longest=100, witnessed=witnessed)
    assert (long.verdict, long.notes) == (Verdict.BOUNDED, ["too-long"])
