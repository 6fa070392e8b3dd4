"""Every answer of a bank, again and again: in a kernel, in ``nbgrader validate`` and in exam mode.

    python -m tests.again 06-lock --times 20 --busy 2

For each exercise, a notebook is made that holds the lesson's definitions and, one after the other, each
answer of the bank with the exercise's test below it. What each test says must begin as the bank says, every
time and everywhere: no chance is involved. With ``--busy``, so many processes compute all the while.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec
import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from autograder import bank, messages
from autograder.exercise import Task, exercises
from autograder.language import keep
from autograder.referee import Case, GradedCell, Result
from autograder.report import describe
from autograder.walls import Wish
from tests.lessons import ANSWERS, COURSE, grade_id, source

PASSED = "✓"
"""What is said where nothing is said of a test, because it passes."""
NUMBERED = re.compile(r"In\[\d+\]")


def main() -> None:
    """Print a row for each exercise and way; 1 if anything came out otherwise even once."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("lessons", nargs="+")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--busy", type=int, default=0, help="processes that compute beside it")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    options = parser.parse_args()
    messages.use("zh")
    otherwise = 0
    with _busy(options.busy):
        for lesson in options.lessons:
            for exercise in exercises(lesson).values():
                for way in options.ways:
                    otherwise += _row(exercise, way, options.times)
    sys.exit(bool(otherwise))


def _row(exercise: Task, way: str, times: int) -> int:
    answers = bank.answers(ANSWERS, exercise)
    wanted = [_verdict(exercise, answer) for answer in answers]
    notebook = _notebook(exercise, answers)
    begun = time.monotonic()
    wrong: Counter[str] = Counter()
    for _ in range(times):
        for answer, want, got in zip(answers, wanted, WAYS[way](notebook), strict=True):
            if not _alike(want, got):
                wrong[answer.path.name] += 1
                if wrong[answer.path.name] == 1:
                    print(
                        f"  {answer.path.name} wants: {_second(want)}\n{'and got':>20}: {_second(got)}"
                    )
    seconds = time.monotonic() - begun
    print(
        f"{exercise.id:28} {way:9} {len(answers):3} answers x {times}: {sum(wrong.values())} otherwise"
        f" {dict(wrong) if wrong else ''} ({seconds:.0f} s)",
        flush=True,
    )
    return sum(wrong.values())


def _second(said: str) -> str:
    return "".join(said.splitlines()[1:2]).strip() or said


def _verdict(exercise: Task, answer: bank.Answer) -> str:
    """What is said of an answer: its first two lines, which name the diagnosis."""
    verdict = bank.verdict_on(COURSE, exercise, answer.text)
    assert (verdict.diagnosis or "") == answer.diagnosis, answer.path
    return describe(verdict)


def _alike(want: str, got: str) -> bool:
    """Whether both pass, or both fail with the same sentence; cells may have other numbers."""
    if want.startswith(PASSED):
        return got.startswith(PASSED)
    verdict = "\n".join(want.split("\n")[:2])
    return _flat(got).startswith(_flat(verdict))


def _flat(said: str) -> str:
    """What was said, however wide the page was on which it was written."""
    return "".join(NUMBERED.sub("In[]", said).split())


def _notebook(exercise: Task, answers: Sequence[bank.Answer]) -> NotebookNode:
    """The lesson's definitions, then each answer with the test below it."""
    name = exercise.id.split("/")[1]
    cells = []
    for cell in keep(source(exercise.lesson), "zh").cells:
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader"):
            cells.append(new_code_cell(_what_it_defines(cell.source), id=cell.id))
        elif grade_id(cell) == name:
            break
    for number, answer in enumerate(answers):
        cells.append(new_code_cell(answer.text, id=f"answer-{number}"))
        role = {"grade": True, "solution": False, "locked": True, "points": 1, "schema_version": 3}
        role |= {"grade_id": f"test-{number}", "task": False, "cell_type": "code"}
        test = new_code_cell(f'check("{exercise.id}")  # {number}', id=f"test-{number}")
        test.metadata["nbgrader"] = role
        cells.append(test)
    made = new_notebook(cells=cells)
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    return made


def _what_it_defines(text: str) -> str:
    """The cell without what it does: it loads, imports and defines."""
    if text.startswith("%"):
        return text
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return ""
    kinds = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    tree.body = [
        each
        for each in tree.body
        if isinstance(each, kinds)
        or (isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant))
    ]
    return ast.unparse(tree)


def in_kernel(notebook: NotebookNode) -> Iterator[str]:
    """As in JupyterLab: every cell is run in one kernel."""
    copy = nbformat.from_dict(notebook)
    NotebookClient(copy, timeout=300, kernel_name="python3", allow_errors=True).execute()
    for cell in copy.cells:
        if cell.id.startswith("test-"):
            said = [each.get("text", "") or each.get("evalue", "") for each in cell.outputs]
            yield "\n".join(filter(None, said))


def validated(notebook: NotebookNode) -> Iterator[str]:
    """As the button *Validate* does it: what it prints of each test that fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.ipynb"
        nbformat.write(notebook, path)
        command = [sys.executable, "-m", "nbgrader", "validate", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    said: dict[str, str] = {}
    for each in done.stdout.split("The following cell failed:")[1:]:
        test, _, error = each.partition("The error was:")
        said[test.strip()] = error.strip()
    for cell in notebook.cells:
        if cell.id.startswith("test-"):
            yield said.get(cell.source, PASSED)


def in_exam_mode(notebook: NotebookNode) -> Iterator[str]:
    """As ``nbgrader autograde`` does it: in a referee, behind walls."""
    code = notebook.cells
    tests = [cell for cell in code if cell.id.startswith("test-")]
    case = Case(
        "zh",
        [(f"Cell In[{n}]", "" if c in tests else c.source) for n, c in enumerate(code, 1)],
        [GradedCell(cell.source, code.index(cell)) for cell in tests],
        Wish.BEST,
        [],
    )
    done = subprocess.run(
        [sys.executable, "-P", "-m", "autograder.referee"],
        input=msgspec.json.encode(case),
        capture_output=True,
        check=True,
    )
    for result in msgspec.json.decode(done.stdout, type=list[Result]):
        yield result.message or result.printed


WAYS: dict[str, Callable[[NotebookNode], Iterator[str]]] = {
    "kernel": in_kernel,
    "validate": validated,
    "exam": in_exam_mode,
}


@contextmanager
def _busy(processes: int) -> Iterator[None]:
    """While this lasts, so many processes compute."""
    with ExitStack() as stack:
        for _ in range(processes):
            other = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            stack.callback(other.wait)
            stack.callback(other.kill)
        yield


if __name__ == "__main__":
    main()
