"""Makes the pictures in ``docs/pictures/``: ``python -m tests.browser.pictures``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from tests.browser.conftest import launched
from tests.browser.lab import learners_tree, running_lab
from tests.browser.notebook import LAID_OUT, SECOND, Notebook, open_notebook
from tests.lessons import ANSWERS, COURSE, LANGUAGES

PICTURES = COURSE / "docs" / "pictures"
SIZE: ViewportSize = {"width": 1240, "height": 1400}
WRONG = ANSWERS / "02-scheduling" / "fcfs" / "wrong_starts_on_arrival.py"
MARGIN = 4
# Only what a reader looks at: no toolbar over a cell, no cursor, nothing selected.
QUIET = """
  .jp-cell-toolbar, .cm-cursorLayer, .jp-Collapser { visibility: hidden !important }
  .jp-Cell { border-color: transparent !important; box-shadow: none !important }
"""


def take(notebook: Notebook, cells: Sequence[str], file: Path) -> None:
    """Save one picture of some neighbouring cells."""
    page = notebook.page
    notebook.cell(cells[0]).scroll_into_view_if_needed()
    boxes = [notebook.cell(cell).bounding_box() for cell in cells]
    left, top = (min(box[side] for box in boxes if box) for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes if box)
    bottom = max(box["y"] + box["height"] for box in boxes if box)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top + MARGIN}
    page.screenshot(path=file, clip=clip)  # type: ignore[arg-type]  # FloatRect is not exported


def lesson_two(page: Page, notebook: Notebook, language: str) -> None:
    """The scheduling lab, and a check that shows the smallest input that fails."""
    page.keyboard.press("ControlOrMeta+B")  # the list of files
    notebook.run_all()
    notebook.run("lab-shown")
    expect(notebook.output("lab-shown").locator("img")).to_have_count(1)
    notebook.answer("fcfs", "\n".join(WRONG.read_text("utf-8").splitlines()[1:]))
    page.add_style_tag(content=LAID_OUT + QUIET)
    take(notebook, ["fcfs", "fcfs-test"], PICTURES / f"check-{language}.png")
    take(notebook, ["lab-shown"], PICTURES / f"lab-{language}.png")


def main() -> None:
    """Take all pictures, in both languages."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        with (
            TemporaryDirectory() as folder,
            running_lab(learners_tree(Path(folder)), language) as lab,
            sync_playwright() as playwright,
        ):
            browser = launched(playwright)
            page = browser.new_page(viewport=SIZE)
            page.set_default_timeout(30 * SECOND)
            path = f"lessons/{language}/02-scheduling/scheduling.ipynb"
            lesson_two(page, open_notebook(page, lab, path), language)
            browser.close()


if __name__ == "__main__":
    main()
