"""A learner's first evening: open, run, fail, mend, validate, and play in the scheduling lab."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from autograder.messages import text, use
from tests.browser.lab import Lab
from tests.browser.notebook import LONG, PANEL, Notebook, open_notebook
from tests.lessons import ANSWERS

pytestmark = pytest.mark.slow

BUN = {
    "zh": re.compile(r"我是 (\d+) 号包子，住在进程 \d+ 里。"),
    "en": re.compile(r"I am bun number (\d+), and I live in process \d+\."),
}
NOTEBOOK_SAYS = {"zh": "我是笔记本", "en": "I am the notebook"}
DEF = "def double(people):\n    "


@pytest.fixture(autouse=True)
def language(lab: Lab) -> str:
    """Speak the lab's language, to look its sentences up in the catalogue."""
    use(lab.language)
    return lab.language


def lesson(page: Page, lab: Lab, path: str) -> Notebook:
    return open_notebook(page, lab, f"lessons/{lab.language}/{path}.ipynb")


def test_nothing_stands_in_the_way(page: Page, lab: Lab, outside: list[str]) -> None:
    """The address that is printed opens the index, ready to run: no question, no news, no network."""
    path = f"lessons/{lab.language}/index.ipynb"
    notebook = open_notebook(page, lab, path, lab.address)
    expect(notebook.panel.get_by_role("heading", level=1)).to_be_in_viewport()
    notebook.run_all()
    expect(notebook.output("standing")).to_contain_text("06-lock")
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(page.locator(".Toastify__toast")).to_have_count(0)
    assert notebook.too_wide() == []
    assert outside == []

    notebook.panel.locator("td a").first.click()
    first = page.locator(f"{PANEL} h1")
    expect(first).to_contain_text("00 · ", timeout=LONG)


def test_lines_of_ten_processes_arrive_whole(page: Page, lab: Lab) -> None:
    """Each child's line stands by itself in the cell that started them; the notebook's own is last."""
    notebook = lesson(page, lab, "00-start/start")
    notebook.run_all()
    *buns, last = (notebook.output("ten-buns").text_content() or "").strip().splitlines()
    numbers = [BUN[lab.language].fullmatch(line) for line in buns]
    assert sorted(int(each[1]) for each in numbers if each) == list(range(1, 11)), buns
    assert last.startswith(NOTEBOOK_SAYS[lab.language])


def test_a_check_fails_until_the_answer_is_right_and_validate_agrees(page: Page, lab: Lab) -> None:
    """Untouched, wrong, right: each time the check says what to do next; then Validate succeeds."""
    notebook = lesson(page, lab, "00-start/start")
    notebook.run_all()
    says = notebook.output("double-test")
    expect(says).to_contain_text(text("check.fails", exercise="00-start/double"))
    expect(says).to_contain_text(text("check.diagnoses.untouched", name="double"))

    notebook.answer("double", f"{DEF}return people + 2\n")
    for line in ("input", "expected", "got"):
        expect(says).to_contain_text(text(f"check.{line}", value="").strip())

    notebook.answer("double", f"{DEF}return people * 2\n")
    expect(says).to_contain_text("✓ 00-start/double")

    notebook.panel.get_by_role("button", name="Validate").click()
    dialog = page.locator(".jp-Dialog")
    expect(dialog).to_contain_text("Success! Your notebook passes all the tests.", timeout=LONG)
    dialog.get_by_role("button").last.click()
    expect(dialog).to_have_count(0)


def test_scheduling_can_be_played_and_tried_out(page: Page, lab: Lab) -> None:
    """Lesson 02: a move of the round, an exercise, and every control of the lab changes what is shown."""
    notebook = lesson(page, lab, "02-scheduling/scheduling")
    notebook.run_all()
    (right, *_) = sorted((ANSWERS / "02-scheduling" / "times").glob("right_*.py"))
    notebook.answer("times", right.read_text("utf-8"))
    expect(notebook.output("times-test")).to_contain_text("✓ 02-scheduling/times")

    played = notebook.output("play-round")
    left = text("02-scheduling.round.left", name="A", left=5)
    played.get_by_role("button", name=left).click()
    left = text("02-scheduling.round.left", name="A", left=4)
    expect(played.get_by_role("button", name=left)).to_be_enabled()
    expect(played.locator("img")).to_have_count(1)

    notebook.run("lab-shown")
    shown = notebook.output("lab-shown")
    expect(shown.locator("img")).to_have_count(1)
    workload, algorithm = shown.get_by_role("combobox").all()
    quantum, switch = shown.get_by_role("slider").all()
    for control, choice in [
        (workload, 3),
        (algorithm, 1),
        (algorithm, 3),
        (quantum, "ArrowRight"),
        (switch, "ArrowRight"),
    ]:
        picture = shown.locator("img").get_attribute("src")
        words = shown.get_by_role("status").inner_text()
        if isinstance(choice, int):
            control.select_option(index=choice)
        else:
            control.press(str(choice))
        expect(shown.get_by_role("status")).not_to_have_text(words)
        expect(shown.locator("img")).not_to_have_attribute("src", picture or "")

    assert notebook.unrendered() == []
    assert notebook.too_wide() == []
    assert notebook.trouble() == []


RACY = """def buy(person, lock):
    stock = read_stock()
    with lock:
        if stock["count"] == 0:
            return False
        write_stock({"count": stock["count"] - 1})
        return True
"""


def test_a_race_is_shown_as_a_story_until_it_is_mended(page: Page, lab: Lab) -> None:
    """Lesson 06: a lock in the wrong place fails with a picture of the interleaving; mended, it passes."""
    notebook = lesson(page, lab, "06-lock/lock")
    for name in ("load", "imports", "stock"):
        notebook.run(name)
    notebook.answer("sell", RACY)
    says = notebook.output("sell-test")
    expect(says).to_contain_text(text("check.fails", exercise="06-lock/sell"), timeout=LONG)
    story = says.locator("section.bz-story")
    expect(story.locator("thead th")).not_to_have_count(0)
    expect(story.locator("tbody")).to_contain_text("ticket.json")
    assert story.evaluate("each => each.scrollWidth <= each.clientWidth + 1")

    right = min((ANSWERS / "06-lock" / "sell").glob("right_*.py")).read_text("utf-8")
    notebook.answer("sell", right)
    expect(says).to_contain_text("✓ 06-lock/sell", timeout=LONG)
