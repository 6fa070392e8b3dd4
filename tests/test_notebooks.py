"""Every lesson runs from top to bottom, in both languages, with its solutions in place."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from nbclient import NotebookClient

from autograder.language import keep
from tests.lessons import LANGUAGES, all_lessons, source

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("language", "method"), [*((each, "") for each in LANGUAGES), ("en", "spawn")]
)
@pytest.mark.parametrize("lesson", all_lessons())
def test_lesson_runs_from_top_to_bottom(
    lesson: str,
    language: str,
    method: str,
    record_property: Callable[[str, object], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """No error, no missing glyph, nothing unpublished on stderr but what a cell means to show."""
    monkeypatch.setenv("BAOZI_START_METHOD", method)
    notebook = keep(source(lesson), language)
    started = time.monotonic()
    beside = {"metadata": {"path": str(tmp_path)}}  # some write files where they are
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=beside).execute()
    seconds = time.monotonic() - started
    record_property("lesson_seconds", f"{lesson} {language} {method or 'usual'} {seconds:.1f}")
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error", f"{cell.id}: {output.get('evalue')}"
            assert "Glyph" not in str(output.get("text", "")), f"{cell.id}: a missing glyph"
            assert "Warning" not in str(output.get("text", "")), f"{cell.id}: {output.text}"
