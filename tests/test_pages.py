"""The pages beside the lessons: an index and a glossary, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from course.authoring import pack, unpack
from tests.lessons import COURSE, LANGUAGES, all_lessons, released, source_path

LINK = re.compile(r"\[[^\]]+\]\(([^)#]+\.ipynb)(?:#([^)]+))?\)")
PAGES = ("glossary", "index")


def page(name: str, language: str) -> NotebookNode:
    """A page as learners get it."""
    path = COURSE / "release" / language / f"{name}.ipynb"
    return nbformat.read(path, as_version=4)


def prose(notebook: NotebookNode) -> str:
    """All that is to be read in it."""
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_kept_as_text_and_back(name: str) -> None:
    """As lessons are."""
    text = (COURSE / "source" / f"{name}.ipynb").read_text("utf-8")
    assert nbformat.writes(pack(unpack(nbformat.reads(text, as_version=4)))) + "\n" == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_lists_every_lesson_by_its_title(language: str) -> None:
    """In their order, each a link, with what it teaches and how long it takes, as it says itself."""
    rows = [each for each in prose(page("index", language)).splitlines() if each.startswith("| ")]
    lessons = all_lessons()
    assert len(rows) == 1 + len(lessons)
    for row, lesson in zip(rows[1:], lessons, strict=True):
        number, story, teaches, minutes = (each.strip() for each in row.strip("|").split("|"))
        name = source_path(lesson).name
        title = prose(released(lesson, language)).splitlines()[0].removeprefix(f"# {number} · ")
        assert story == f"[{title}]({lesson}/{name})"
        assert teaches
        assert (
            minutes.replace("&nbsp;", " ").split()[0]
            in prose(released(lesson, language)).split("\n## ")[0]
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_links_is_there(name: str, language: str) -> None:
    """Next to it."""
    folder = Path(COURSE / "release" / language)
    found = LINK.findall(prose(page(name, language)))
    assert found
    for target, _ in found:
        assert (folder / target).exists(), target


def test_both_glossaries_have_the_same_terms() -> None:
    """Each term's entry begins with its name in the other language."""
    entries = {}
    for language in LANGUAGES:
        parts = re.split(r"^### ", prose(page("glossary", language)), flags=re.MULTILINE)[1:]
        entries[language] = [(each.split("\n")[0], each.split("\n")[2]) for each in parts]
    for (zh, zh_text), (en, en_text) in zip(entries["zh"], entries["en"], strict=True):
        assert zh_text.startswith(f"*{en}*。")
        assert en_text.startswith(f"{zh}. ")
    assert len({zh for zh, _ in entries["zh"]}) == len(entries["zh"]) > 40
