"""An instructor's round in the formgrader: generate, release, collect, grade, give feedback."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import Lab
from tests.browser.notebook import LONG
from tests.browser.test_learner import RACY
from tests.sample_class import edited

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser-class")]


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


def goes_out_and_comes_back(
    page: Page, instructor: Lab, lesson: str, edits: Mapping[str, Any]
) -> Locator:
    """Everything by its button, through the course's own exchange; the learner is the same user."""
    tree, learner = instructor.tree, getpass.getuser()
    page.goto(instructor.url("formgrader"))
    press(page, row_of(page, lesson), "assign")
    press(page, row_of(page, lesson), "release")
    (published,) = (tree / "exchange" / "baozi" / "outbound" / lesson).glob("*.ipynb")

    mine = assignment_list(page, instructor)
    row = mine.locator(".list_item").filter(has_text=lesson)
    row.get_by_role("button", name="Fetch", exact=True).click()
    submit = row.get_by_role("button", name="Submit", exact=True)
    expect(submit).to_be_visible(timeout=LONG)
    path = tree / lesson / published.name
    nbformat.write(edited(nbformat.read(path, as_version=4), lesson, edits), path)
    submit.click()
    expect(mine.locator("#submitted_assignments_list")).to_contain_text(lesson, timeout=LONG)

    page.goto(instructor.url("formgrader"))
    press(page, row_of(page, lesson), "collect")
    page.goto(instructor.url(f"formgrader/manage_submissions/{lesson}"))
    submission = row_of(page, learner)
    press(page, submission, "autograde")
    return submission


def feedback_on(page: Page, instructor: Lab, lesson: str, submission: Locator) -> Path:
    """The page that the learner gets."""
    press(page, submission, "generate-feedback")
    (path,) = (instructor.tree / "feedback" / getpass.getuser() / lesson).glob("*.html")
    return path


def test_a_lesson_goes_out_and_comes_back_with_points(page: Page, instructor: Lab) -> None:
    """A right answer has its point, and the instructor sees it in the notebook."""
    submission = goes_out_and_comes_back(page, instructor, "00-start", {"answers": "right"})
    expect(submission.locator(".score")).to_have_text("1 / 1")
    feedback = feedback_on(page, instructor, "00-start", submission)
    assert "✓ 00-start/double" in feedback.read_text("utf-8")

    page.goto(instructor.url(f"formgrader/manage_students/{getpass.getuser()}/00-start"))
    page.get_by_role("link", name="start").click()
    expect(page.locator("#double-test")).to_have_attribute("placeholder", "1")


def test_the_story_of_a_race_comes_back_with_the_points(page: Page, instructor: Lab) -> None:
    """Instructor and learner see on their pages what the learner's own check would have told."""
    edits = {"answers": "right", "cells": {"sell": RACY}}
    submission = goes_out_and_comes_back(page, instructor, "06-lock", edits)
    expect(submission.locator(".score")).to_have_text("9 / 13")
    feedback = feedback_on(page, instructor, "06-lock", submission)
    page.goto(instructor.url(f"formgrader/manage_students/{getpass.getuser()}/06-lock"))
    page.get_by_role("link", name="lock").click()
    shown = page.locator("section.bz-story")
    expect(shown).to_have_count(1)
    told = shown.locator("table").inner_text()
    assert "ticket.json" in told

    page.goto(feedback.as_uri())
    story = page.locator("section.bz-story")
    expect(story).to_have_count(1)
    assert story.locator("table").inner_text() == told
    assert story.evaluate("each => each.scrollWidth <= each.clientWidth + 1")
