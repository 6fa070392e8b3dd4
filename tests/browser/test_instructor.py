"""An instructor's round in the formgrader: generate, release, collect, grade, give feedback."""

from __future__ import annotations

import getpass

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import Lab
from tests.browser.notebook import LONG
from tests.sample_class import edited

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser-class")]

LESSON = "00-start"


def press(page: Page, row: Locator, button: str) -> None:
    """Press a button of the formgrader's table and wait for the dialog that says it went well."""
    row.locator(f".{button} a").click()
    expect(page.locator("#success-modal")).to_be_visible(timeout=LONG)
    page.locator("#success-modal").get_by_role("button", name="OK").click()
    expect(page.locator(".modal-backdrop")).to_have_count(0)


def row_of(page: Page, name: str) -> Locator:
    """The row of the formgrader's table that begins with `name`."""
    row = page.locator("tbody tr").filter(has_text=name)
    expect(row).to_have_count(1)
    return row


def assignment_list(page: Page, lab: Lab) -> Locator:
    """JupyterLab's *Nbgrader → Assignment List*."""
    page.goto(lab.url("lab"))
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Assignment List").click()
    shown = page.locator("#nbgrader-assignment-list, .nbgrader-mainarea-widget").first
    expect(shown).to_be_visible(timeout=LONG)
    return shown


def test_a_lesson_goes_out_and_comes_back_with_points(page: Page, instructor: Lab) -> None:
    """Everything by its button, through the course's own exchange; the learner is the same user."""
    tree, learner = instructor.tree, getpass.getuser()
    page.goto(instructor.url("formgrader"))
    press(page, row_of(page, LESSON), "assign")
    press(page, row_of(page, LESSON), "release")
    assert (tree / "exchange" / "baozi" / "outbound" / LESSON / "start.ipynb").exists()

    mine = assignment_list(page, instructor)
    mine.get_by_role("button", name="Fetch", exact=True).click()
    submit = mine.get_by_role("button", name="Submit", exact=True)
    expect(submit).to_be_visible(timeout=LONG)
    notebook = nbformat.read(tree / LESSON / "start.ipynb", as_version=4)
    nbformat.write(edited(notebook, LESSON, {"answers": "right"}), tree / LESSON / "start.ipynb")
    submit.click()
    expect(mine.locator("#submitted_assignments_list")).to_contain_text(LESSON, timeout=LONG)

    page.goto(instructor.url("formgrader"))
    press(page, row_of(page, LESSON), "collect")
    page.goto(instructor.url(f"formgrader/manage_submissions/{LESSON}"))
    submission = row_of(page, learner)
    press(page, submission, "autograde")
    expect(submission.locator(".score")).to_have_text("1 / 1")
    press(page, submission, "generate-feedback")
    (feedback,) = (tree / "feedback" / learner / LESSON).glob("*.html")
    assert "✓ 00-start/double" in feedback.read_text("utf-8")

    page.goto(instructor.url(f"formgrader/manage_students/{learner}/{LESSON}"))
    page.get_by_role("link", name="start").click()
    expect(page.locator("#double-test")).to_have_attribute("placeholder", "1")
