"""The tree that a class publishes: all of it works, and there is nothing in it to look up."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

from autograder import bank
from autograder.exercise import Exercise
from course.student import StudentTreeError, write_tree
from tests.lessons import ANSWERS, COURSE, LANGUAGES, all_exercises, all_lessons, source

HIDDEN = "### BEGIN HIDDEN TESTS"
BY_VALUE = [each for each in all_exercises() if isinstance(each, Exercise)]
JUDGE = """
import json, sys
from pathlib import Path
import course
from autograder import bank, messages
from autograder.cells import Cell, definitions
from autograder.checking import OPEN, examine_notebook, inputs
from autograder.exercise import find
from autograder.report import describe

messages.use("en")
told = {}
for name, answer in json.load(sys.stdin):
    exercise = find(name.rpartition("/")[0])
    verdict = examine_notebook(exercise, definitions([Cell("In[1]", answer)]), inputs(exercise, (), OPEN, 0))
    told[name] = verdict.diagnosis or "", describe(verdict)
print(json.dumps([str(Path(course.__file__).parent.parent), told]))
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``make student`` writes."""
    return write_tree(COURSE, tmp_path_factory.mktemp("class") / "student")


def test_nothing_is_written_over(tree: Path) -> None:
    """It says so and keeps what is there."""
    with pytest.raises(StudentTreeError, match="there already"):
        write_tree(COURSE, tree)


def test_it_holds_all_lessons_and_no_sources(tree: Path) -> None:
    """Neither the instructor's notebooks nor tests, banks or answer keys; every release."""
    for name in ("source", "tests", "benchmarks"):
        assert not (tree / name).exists()
    for language in LANGUAGES:
        for lesson in all_lessons():
            assert list((tree / "release" / language / lesson).glob("*.ipynb"))
    keys = tree / "course" / "exercises" / "answers"
    assert [each.name for each in keys.glob("*.py")] == ["__init__.py"]


def solutions() -> Iterator[tuple[str, str]]:
    """Every solution and every hidden test of the sources, by lesson and cell."""
    for lesson in all_lessons():
        for cell in source(lesson).cells:
            role = cell.metadata.get("nbgrader", {})
            name = f"{lesson}/{role.get('grade_id')}"
            if role.get("solution") and cell.cell_type == "code":
                yield name, cell.source
            if HIDDEN in cell.source:
                yield name, cell.source.partition(HIDDEN)[2].partition("### END")[0]


def spelled(text: str) -> set[str]:
    """The body of each function of a program and each check it makes, however laid out and commented."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            lines = [each for each in node.body if not _is_docstring(each)]
            if not _is_trivial(lines):
                found.add("\n".join(map(ast.unparse, lines)))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "check":
            found.add(ast.unparse(node))
    return found


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_trivial(lines: list[ast.stmt]) -> bool:
    """Whether they are what anybody writes: return one thing, or a part of it."""
    plain = ast.Name, ast.Constant, ast.Subscript, ast.Attribute
    return len(lines) == 1 and isinstance(getattr(lines[0], "value", None), plain)


def programs(tree: Path) -> Iterator[str]:
    """Every Python program and every code cell in `tree`."""
    for path in tree.rglob("*.py"):
        yield path.read_text("utf-8")
    for path in tree.rglob("*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code" and not cell.source.lstrip().startswith("%"):
                yield cell.source


def test_no_solution_and_no_hidden_test_can_be_found(tree: Path) -> None:
    """No function body of a solution or of a right answer, and no line of a hidden test."""
    there = set[str]()
    for program in programs(tree):
        try:
            there |= spelled(program)
        except SyntaxError:
            continue  # a cell that shows what is not Python
    texts = dict(solutions())
    for exercise in all_exercises():
        for answer in bank.answers(ANSWERS, exercise):
            if not answer.diagnosis:
                texts[f"{exercise.id}/{answer.path.name}"] = answer.text
    found = {name: both for name, text in texts.items() if (both := spelled(text) & there)}
    assert not found
    everything = "\n".join(
        path.read_text("utf-8")
        for path in tree.rglob("*")
        if path.suffix in {".ipynb", ".toml", ".md"}
    )
    for mark in ("BEGIN SOLUTION", "BEGIN HIDDEN"):
        assert mark not in everything


@pytest.mark.slow
def test_every_answer_gets_the_same_verdict_there(tree: Path) -> None:
    """By recorded answers as by the key itself; and what is told shows an input that is no larger."""
    asked = [
        (f"{exercise.id}/{answer.path.name}", answer.text, answer.diagnosis)
        for exercise in BY_VALUE
        for answer in bank.answers(ANSWERS, exercise)
        if exercise.answer_key
    ]
    told = {}
    for where in (COURSE, tree):
        done = subprocess.run(
            [sys.executable, "-c", JUDGE],
            input=json.dumps([each[:2] for each in asked]),
            env=os.environ | {"PYTHONPATH": str(where)},
            cwd=where,
            text=True,
            capture_output=True,
            check=True,
        )
        used, told[where] = json.loads(done.stdout)
        assert used == str(where)
    wanted = {name: diagnosis for name, _, diagnosis in asked}
    assert {name: each[0] for name, each in told[COURSE].items()} == wanted
    assert {name: each[0] for name, each in told[tree].items()} == wanted
    longer = {
        name: (told[tree][name][1], each[1])
        for name, each in told[COURSE].items()
        if len(told[tree][name][1]) > len(each[1]) + 40
    }
    assert len(longer) < len(asked) // 4, longer
