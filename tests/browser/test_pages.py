"""Every lesson in both languages, run to its end with the solutions in it, as it looks on a page."""

from __future__ import annotations

import nbformat
import pytest
from playwright.sync_api import Page

from autograder.language import keep
from tests.browser.lab import Lab
from tests.browser.notebook import open_notebook
from tests.lessons import all_lessons, source, source_path

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("lesson", all_lessons())
def test_a_lesson_runs_and_fits_its_page(page: Page, lab: Lab, lesson: str) -> None:
    """No error, nothing on stderr, no widget or letter missing, nothing wider than the window."""
    path = f"solved/{lab.language}/{lesson}/{source_path(lesson).name}"
    (lab.tree / path).parent.mkdir(parents=True)
    nbformat.write(keep(source(lesson), lab.language), lab.tree / path)

    notebook = open_notebook(page, lab, path)
    notebook.run_all()

    assert notebook.trouble() == []
    assert notebook.unrendered() == []
    assert notebook.too_wide() == []
