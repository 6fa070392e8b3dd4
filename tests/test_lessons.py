"""The shape of lessons: twins, ids, metadata, links, glyphs."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from nbformat import NotebookNode

from autograder.exercise import lessons as lessons_with_exercises
from autograder.language import keep, language_of
from course import fonts
from course.authoring import METADATA, pack, unpack, write
from course.table import columns
from tests.lessons import (
    COURSE,
    LANGUAGES,
    all_exercises,
    all_lessons,
    grade_id,
    released,
    source,
    source_path,
)

pytestmark = pytest.mark.parametrize("lesson", all_lessons())
LIST_OR_TABLE = re.compile(r"^\s*(?:[-*>|#]|\d+\.|$|```|!\[|</?[a-z])")


def twin_id(cell: NotebookNode) -> str:
    """What a cell's id has in common with that of its twin."""
    return re.sub("-(zh|en)$", "", cell.id)


def test_every_prose_cell_has_its_other_language(lesson: str) -> None:
    """A Chinese cell is followed by its English twin; no prose is shared."""
    cells = source(lesson).cells
    for cell in cells:
        if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader", {}).get("grade"):
            assert language_of(cell), f"{cell.id} is prose of no language"
    languages = [(language_of(cell), twin_id(cell), cell.cell_type) for cell in cells]
    twins = [each for each in languages if each[0]]
    for (first, name, kind), (second, other, kind2) in zip(twins[::2], twins[1::2], strict=True):
        assert (first, second) == LANGUAGES
        assert (name, kind) == (other, kind2)
    for before, after in pairwise(languages):
        if before[0] == "zh":
            assert after[:2] == ("en", before[1]), f"{before[1]} is not followed by its twin"


def test_twin_code_is_the_same_program(lesson: str) -> None:
    """Twins differ in string literals and comments only."""
    cells = source(lesson).cells
    for cell, twin in pairwise(cells):
        if cell.cell_type == "code" and language_of(cell) == "zh":
            assert shape(cell.source) == shape(twin.source), cell.id


def shape(code: str) -> str:
    """A program without its strings: magics become calls, as IPython makes them."""
    code = re.sub(r"^%(\w+)(.*)$", r"magic('\1', '\2')", code, flags=re.MULTILINE)
    tree = ast.parse(code)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    for node in ast.walk(tree):
        # Neighbouring literal parts of an f-string may be split differently.
        if isinstance(node, ast.JoinedStr):
            node.values = [part for part in node.values if not isinstance(part, ast.Constant)]
    return ast.dump(tree)


def test_the_notebook_is_committed_clean(lesson: str) -> None:
    """No outputs, no counts, a kernelspec, readable ids; and its text packs to the same bytes."""
    notebook = source(lesson)
    assert notebook.metadata == METADATA
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", cell.id)


def test_packing_what_was_unpacked_gives_the_same_bytes(lesson: str, tmp_path: object) -> None:
    """Editing a lesson as text changes what was edited and nothing else."""
    target = COURSE.joinpath(str(tmp_path)) / "again.ipynb"
    write(pack(unpack(source(lesson))), target)
    assert target.read_bytes() == source_path(lesson).read_bytes()


def test_the_first_code_cells_prepare_the_notebook(lesson: str) -> None:
    """Every lesson begins with the extension, in its language."""
    for language in LANGUAGES:
        code = [c for c in keep(source(lesson), language).cells if c.cell_type == "code"]
        assert code[0].source == f"%load_ext course\n%language {language}"


def test_exercises_are_named_alike_everywhere(lesson: str) -> None:
    """Solution cell, test cell, exercise and check share one name."""
    assert lesson in lessons_with_exercises()
    named = {each.id.split("/")[1] for each in all_exercises() if each.lesson == lesson}
    roles = [(grade_id(c), c.metadata["nbgrader"], c.source) for c in cells_with_role(lesson)]
    solutions = {name for name, role, _ in roles if role["solution"] and not role["grade"]}
    tests = {name: text for name, role, text in roles if role["grade"] and not role["solution"]}
    assert solutions == named
    assert tests.keys() == {f"{name}-test" for name in named}
    for name in named:
        assert f'check("{lesson}/{name}"' in tests[f"{name}-test"]
        for language in LANGUAGES:
            prose = " ".join(c.source for c in released(lesson, language).cells)
            assert f'hint("{lesson}/{name}")' in prose, "tell the learner of the hints"


def cells_with_role(lesson: str) -> list[NotebookNode]:
    """The cells of a lesson that have a part in grading."""
    return [cell for cell in source(lesson).cells if cell.metadata.get("nbgrader")]


def test_links_lead_somewhere(lesson: str) -> None:
    """A link to another lesson names a notebook that is there, one to the glossary an entry of its."""
    other = re.compile(r"\]\((\.\./[^)#]*)#?([^)]*)\)")
    for cell in source(lesson).cells:
        for target, entry in other.findall(cell.source):
            path = source_path(lesson).parent / target
            assert path.exists(), f"{cell.id}: {target}"
            if entry:
                page = path.read_text("utf-8")
                entries = re.findall(r'"### (.*)\\n"', page)
                assert unquote(entry) in [each.replace(" ", "-") for each in entries], cell.id


def test_no_line_of_code_runs_out_of_the_page(lesson: str) -> None:
    """At 1280 pixels some 100 columns fit, of which a Chinese sign takes two."""
    for cell in source(lesson).cells:
        if cell.cell_type == "code":
            for line in cell.source.split("\n"):
                assert columns(line) <= 100, f"{cell.id}: {line}"


def test_chinese_paragraphs_are_not_wrapped_by_hand(lesson: str) -> None:
    """A line end within a paragraph is shown as a space, which Chinese does not have."""
    for cell in source(lesson).cells:
        if cell.cell_type == "markdown" and language_of(cell) == "zh":
            fenced = False
            for line, following in pairwise(cell.source.split("\n")):
                fenced ^= line.startswith("```")
                if fenced or LIST_OR_TABLE.match(following) or line.startswith(("#", "|", "```")):
                    continue
                assert not (line.strip() and following.strip()), f"{cell.id}: {following}"


def test_the_font_has_every_chinese_character(lesson: str) -> None:
    """What a lesson's pictures may show can be drawn: the lesson's code and its texts."""
    from fontTools.ttLib import TTFont

    known = TTFont(fonts.FONT).getBestCmap()
    texts = [c.source for c in source(lesson).cells if c.cell_type == "code"]
    texts += [path.read_text("utf-8") for path in (COURSE / "course/messages/zh").glob("*.toml")]
    wanted = {ord(sign) for text in texts for sign in text if "\u3000" <= sign <= "\uffef"}
    assert not {chr(sign) for sign in wanted - known.keys()}
