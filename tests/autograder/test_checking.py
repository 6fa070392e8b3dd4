"""`check` on real subjects: every way in which an answer can be wrong, told plainly."""

from __future__ import annotations

import random
from dataclasses import replace

import psutil
import pytest

import course  # noqa: F401 - brings the sentences of its exercises
from autograder import checking, exercise, messages
from autograder.cells import Cell
from autograder.checking import CheckFailed, check, examine_notebook, inputs
from autograder.exercise import Exercise, Finding, UnknownExerciseError
from autograder.explorer.widths import wide
from autograder.notebook import NoNotebookError, given
from autograder.report import WIDTH, in_lines
from tests.kernels import still_running

DOUBLE = Exercise(
    id="00-start/double",
    name="double",
    examples=((2,), (0,)),
    generate=lambda rng, size: (rng.randint(0, 10**size),),
    reference=lambda number: 2 * number,
    misconceptions={"squares": lambda number: number**2},
    off_limits=("math:prod",),
    seconds=1.0,
)


@pytest.fixture(autouse=True)
def only_double(monkeypatch: pytest.MonkeyPatch) -> None:
    """One exercise, told in English."""
    monkeypatch.setattr(checking, "find", lambda _: DOUBLE)
    messages.use("en")


def failure(*cells: str) -> CheckFailed:
    """What check says of a notebook with those cells."""
    numbered = [Cell(f"Cell In[{n}]", source) for n, source in enumerate(cells, start=1)]
    with given(numbered), pytest.raises(CheckFailed) as raised:
        check("00-start/double")
    return raised.value


def test_a_right_answer_prints_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """It says on how many inputs it was right."""
    with given([Cell("Cell In[1]", "def double(n):\n    return n + n")]):
        check("00-start/double")
    assert capsys.readouterr().out == "✓ 00-start/double: right on all 62 inputs.\n"


@pytest.mark.parametrize(
    ("code", "diagnosis"),
    [
        ("x = 1", "missing"),
        ("def double(n):\n    raise NotImplementedError()", "untouched"),
        ("def double(n)\n    return 2 * n", "syntax"),
        ("def double(n):\n    return 2 * m", "raises"),
        ("def double(n):\n    2 * n", "returned-none"),
        ("def double(n):\n    return str(2 * n)", "wrong-type"),
        ("def double(n):\n    return lambda: n", "wrong-type"),
        ("def double(n):\n    return 2 * n + (n > 10)", "differs"),
        ("def double(n):\n    return n**2", "squares"),
        ("def double(n):\n    while True: pass", "timeout"),
        ("import time\ndef double(n):\n    time.sleep(3600)", "timeout"),
        ("def double(n):\n    return [0] * 10**12", "memory"),
        ("def double(n):\n    return double(n)", "raises"),
        ("import os\ndef double(n):\n    os._exit(0)", "exits"),
        ("import sys\ndef double(n):\n    sys.exit(0)", "exits"),
        ("import os, signal\ndef double(n):\n    os.kill(os.getpid(), signal.SIGKILL)", "exits"),
        ("import math\ndef double(n):\n    return math.prod([2, n])", "off-limits"),
        ("from math import prod\ndef double(n):\n    return prod([2, n])", "off-limits"),
    ],
)
def test_a_wrong_answer_gets_its_diagnosis(code: str, diagnosis: str) -> None:
    """One way of being wrong, one diagnosis; and a sentence for it in both languages."""
    failed = failure(code)
    assert failed.verdict.diagnosis == diagnosis
    for language in ("zh", "en"):
        messages.use(language)
        if not failed.verdict.specific:
            assert messages.text(f"check.diagnoses.{diagnosis}", **failed.verdict.fields)


def test_computing_is_bounded_by_what_was_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless loop is told soon, and on a busy machine after as much of it."""
    monkeypatch.setattr(checking, "find", lambda _: replace(DOUBLE, seconds=60.0, computing=0.2))
    failed = failure("def double(n):\n    while True: print('again')")
    assert failed.verdict.fields == {"seconds": "0.2"}
    assert "again" in str(failed)  # what was printed until then


def test_the_smallest_failing_input_is_told() -> None:
    """Not the first that was met, which may be huge."""
    assert "input:    11\n  expected: 22\n  got:      23" in str(
        failure("def double(n):\n    return 2 * n + (n > 10)")
    )


def test_an_exception_shows_the_learners_line() -> None:
    """The cell, the line's number, its text."""
    told = str(failure("x = 1", "def double(n):\n    return 2 * m"))
    assert "Cell In[2], line 2: return 2 * m" in told
    assert "NameError" in told


def test_what_the_answer_printed_is_shown_but_bounded() -> None:
    """The last part of it; many lines do no harm."""
    told = str(failure("def double(n):\n    for i in range(10**4): print('line', i)"))
    assert "line 9999" in told
    assert len(told) < 1500


def test_a_broken_cell_elsewhere_does_no_harm() -> None:
    """As in a notebook, other cells still define what they define."""
    with given([Cell("a", "def ("), Cell("b", "1/0\nx=1"), Cell("c", "def double(n): return n+n")]):
        check("00-start/double")


def test_a_failing_definition_explains_the_missing_name() -> None:
    """The cell that should have defined it raised: say what."""
    failed = failure("import no_such_module\ndef double(n):\n    return no_such_module.x")
    assert "no_such_module" in str(failed)


def marked(mark: str) -> list[psutil.Process]:
    """The processes that have `mark` among their arguments."""
    return [p for p in psutil.process_iter(["cmdline"]) if mark in (p.info["cmdline"] or [])]


def test_nothing_is_left_of_a_hostile_answer() -> None:
    """Children in sessions of their own, and the orphans of a killed process, are ended."""
    mark = f"mark-{random.getrandbits(64)}"
    failure(
        "import os, subprocess, sys, signal\n"
        "def double(n):\n"
        f"    subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{mark}'],\n"
        "                     start_new_session=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert not still_running(marked(mark))


def test_nothing_is_left_of_an_answer_that_kills_its_warden() -> None:
    """Whoever holds the leash is gone, and the other end is still caught."""
    mark = f"mark-{random.getrandbits(64)}"
    failure(
        "import os, subprocess, sys, signal\n"
        "def double(n):\n"
        f"    subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{mark}'])\n"
        "    os.kill(os.getppid(), signal.SIGKILL)"
    )
    assert not still_running(marked(mark))


def test_inputs_repeat_for_a_seed_and_differ_between_seeds() -> None:
    """Examples first, then what was added, then generated ones of growing size."""
    first = inputs(DOUBLE, [(7,)], 20, seed=1)
    assert first == inputs(DOUBLE, [(7,)], 20, seed=1)
    assert first != inputs(DOUBLE, [(7,)], 20, seed=2)
    assert first[:3] == [(2,), (0,), (7,)]


def test_a_constant_is_read_not_called() -> None:
    """An exercise may ask for a value instead of a function."""
    constant = Exercise(
        id="a/b", name="WORK", constant=True, examples=((),), reference=lambda: [1, 2]
    )
    current = checking.definitions([Cell("a", "WORK = (1, 2)")])
    assert examine_notebook(constant, current, [()]).passed


def test_outside_a_notebook_check_says_so() -> None:
    """There are no cells to look at."""
    with pytest.raises(NoNotebookError, match="notebook"):
        check("00-start/double")


def test_where_none_is_right_anything_else_is_told_so() -> None:
    """Text where there should be no result is no matter of types."""
    never = Exercise(id="a/b", name="never", examples=((1,),), reference=lambda _: None)
    current = checking.definitions([Cell("a", "def never(n):\n    return 'None'")])
    assert examine_notebook(never, current, [(1,)]).diagnosis == "wants-none"


def test_forgetting_to_return_is_told_before_what_a_judge_makes_of_none() -> None:
    """The most common slip has the plainest sentence."""
    judged = Exercise(
        id="a/b", name="plan", examples=((1,),), judge=lambda _args, _got: Finding("no-plan")
    )
    current = checking.definitions([Cell("a", "def plan(n):\n    [n]")])
    verdict = examine_notebook(judged, current, [(1,)])
    assert (verdict.diagnosis, verdict.specific) == ("returned-none", False)


def test_an_unknown_exercise_names_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing error is met with what was probably meant."""
    monkeypatch.setattr(checking, "find", exercise.find)
    with pytest.raises(UnknownExerciseError, match="00-start/double"):
        check("00-start/duoble")
    with pytest.raises(UnknownExerciseError, match="There is no exercise '99-nothing/here'"):
        check("99-nothing/here")


def test_a_message_is_broken_between_words() -> None:
    """JupyterLab breaks a line that is too long wherever it ends, in the middle of a word."""
    words = "  where: " + "penultimate " * 30
    lines = in_lines(words)
    assert " ".join(each.strip() for each in lines) == words.strip()
    assert all(wide(each) <= WIDTH and each.startswith("  ") for each in lines)
    assert in_lines("短句。\n  缩进") == ["短句。", "  缩进"]
