"""Answer banks: an exercise is proved by answers that must pass and answers that must fail.

A bank is a folder with a file for each answer, ``<lesson>/<exercise>/right_….py`` or ``wrong_….py``; a
wrong one begins with ``# diagnosis: <key>``, the mistake that must be named. :func:`complaints` says what
an exercise lacks before learners may see it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from autograder import messages
from autograder.answer_key import OPEN
from autograder.cells import Cell, Definitions, definitions
from autograder.checking import examine_notebook, inputs
from autograder.exercise import Task
from autograder.language import keep
from autograder.messages import LANGUAGES, entries, texts
from autograder.report import describe
from autograder.verdict import Verdict

RIGHT, WRONG, HINTS = 2, 4, 3
"""Right answers and wrong ones that a bank holds at least, and hints at most."""
_HEAD = "# diagnosis: "


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a bank.

    Args:
        path: Where it is.
        text: What the learner would have written.
        diagnosis: The mistake that it makes; empty if it is right.
    """

    path: Path
    text: str
    diagnosis: str


def answers(bank: Path, exercise: Task) -> list[Answer]:
    """The answers to `exercise` in the folder `bank`, the right ones first."""
    return [_read(path) for path in sorted((bank / exercise.id).glob("*.py"))]


def _read(path: Path) -> Answer:
    text = path.read_text("utf-8")
    head = text.partition("\n")[0]
    diagnosis = head.removeprefix(_HEAD).strip() if head.startswith(_HEAD) else "?"
    return Answer(path, text, "" if path.name.startswith("right_") else diagnosis)


def verdict_on(course: Path, exercise: Task, answer: str, language: str = "zh") -> Verdict:
    """What a check says once `answer` stands in the exercise's released notebook."""
    return examine_notebook(
        exercise,
        definitions_with(course, exercise, answer, language),
        inputs(exercise, (), OPEN, 0),
    )


def definitions_with(
    course: Path, exercise: Task, answer: str, language: str = "zh"
) -> Definitions:
    """The definitions of an exercise's notebook, in one language, with `answer` as its solution.

    Args:
        course: The folder that has ``source/``.
        exercise: The exercise.
        answer: What stands in its solution's cell.
        language: Which of the twins count.
    """
    (path,) = (course / "source" / exercise.lesson).glob("*.ipynb")
    notebook = keep(nbformat.read(path, as_version=4), language)
    name = exercise.id.split("/")[1]
    cells = []
    for number, cell in enumerate((c for c in notebook.cells if c.cell_type == "code"), start=1):
        role = cell.metadata.get("nbgrader", {})
        own = role.get("grade_id") == name
        if role.get("grade") or (role.get("solution") and not own):
            continue  # tests define nothing, and one exercise does not lean on another's answer
        cells.append(Cell(f"Cell In[{number}]", answer if own else cell.source))
    return definitions(cells)


def complaints(course: Path, bank: Path, exercise: Task) -> Iterator[str]:
    """What is missing or wrong about an exercise, a sentence each; nothing if it may be released.

    Args:
        course: The folder that has ``source/`` and ``release/``.
        bank: The folder with the answers.
        exercise: The exercise.
    """
    before = messages.current()
    try:
        for language in LANGUAGES:
            messages.use(language)
            yield from _unsaid(exercise, language)
            yield from _untouched(course, exercise, language)
        yield from _bank(course, bank, exercise)
    finally:
        messages.use(before)


def _unsaid(exercise: Task, language: str) -> Iterator[str]:
    try:
        entries(f"{exercise.key}.goal")
    except KeyError:
        yield f"it has no goal in {language}: write {exercise.key}.goal"
    count = len(texts(f"{exercise.key}.hints"))
    if not 1 <= count <= HINTS:
        yield f"it has {count} hints in {language}: write one to {HINTS} of them"


def _untouched(course: Path, exercise: Task, language: str) -> Iterator[str]:
    """Whether the release passes as it is given out."""
    released = list((course / "release" / language / exercise.lesson).glob("*.ipynb"))
    if not released:
        yield f"it is not released in {language}: run `python -m autograder release`"
        return
    notebook = nbformat.read(released[0], as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    cells = [Cell(f"Cell In[{number}]", cell.source) for number, cell in enumerate(code, start=1)]
    verdict = examine_notebook(exercise, definitions(cells), inputs(exercise, (), OPEN, 0))
    if verdict.passed:
        yield f"its untouched release in {language} passes: leave something to be done"


def _bank(course: Path, bank: Path, exercise: Task) -> Iterator[str]:
    found = answers(bank, exercise)
    for least, kind in ((RIGHT, "right"), (WRONG, "wrong")):
        count = sum(each.path.name.startswith(f"{kind}_") for each in found)
        if count < least:
            yield f"its bank holds {count} {kind} answers: write at least {least}, in {bank / exercise.id}"
    for each in found:
        begun = time.perf_counter()
        verdict = verdict_on(course, exercise, each.text)
        seconds = time.perf_counter() - begun
        if (verdict.diagnosis or "") != each.diagnosis:
            wanted = each.diagnosis or "to pass"
            yield f"{each.path.name} wants {wanted!r} and got {verdict.diagnosis or 'a pass'!r} ({seconds:.1f} s)"
        for language in LANGUAGES:
            messages.use(language)
            describe(verdict)  # every diagnosis has its sentence
