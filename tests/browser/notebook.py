"""A notebook in JupyterLab's window, as the person in front of it uses it."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.lab import Lab

SECOND = 1000.0  # Playwright counts in milliseconds
LONG = 90 * SECOND
DONE = re.compile(r"\[\d+\]:")
NO_WIDGET = re.compile(
    r"Loading widget|Error displaying widget|Click to show javascript|^\w*(Box|HTML|Lab)\("
)
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
# Cells that are out of sight are not laid out; measuring needs them all.
LAID_OUT = ".jp-Cell { content-visibility: visible !important }"
# Everything in the panel that a reader must scroll sideways to see.
TOO_WIDE = """panel => [...panel.querySelectorAll(
    ".jp-WindowedPanel-outer, .jp-RenderedHTMLCommon, .jp-OutputArea-output, .jupyter-widgets, "
      + ".cm-scroller"
  )].filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
    .map(each => `${each.className} (${each.scrollWidth} > ${each.clientWidth}): `
      + each.innerText.slice(0, 80))"""


@dataclass(frozen=True)
class Notebook:
    """An open notebook.

    Args:
        page: The browser's page.
        path: The notebook's file.
        cells: Its cells when it was opened, in order.
    """

    page: Page
    path: Path
    cells: list[NotebookNode]

    @property
    def panel(self) -> Locator:
        """The notebook with its toolbar."""
        return self.page.locator(PANEL)

    def cell(self, name: str) -> Locator:
        """The cell whose id is `name`, with or without the language at its end."""
        (place,) = (
            place
            for place, cell in enumerate(self.cells)
            if cell.id in {name, f"{name}-zh", f"{name}-en"}
        )
        return self.panel.locator(".jp-Notebook .jp-Cell").nth(place)

    def output(self, name: str) -> Locator:
        """What a cell shows below its code."""
        return self.cell(name).locator(".jp-Cell-outputArea")

    def run_all(self) -> None:
        """Choose *Run → Run All Cells*, and wait until nothing runs any more."""
        first = self.panel.locator(".jp-CodeCell").first
        before = prompt(first)
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        self._wait(first, before)

    def run(self, name: str) -> None:
        """Run one cell with Shift + Enter, and wait for its end."""
        cell = self.cell(name)
        before = prompt(cell)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        self._wait(cell, before)

    def answer(self, name: str, text: str) -> None:
        """Write `text` into a solution cell, run it, and run the test that belongs to it."""
        self.write(name, text)
        self.run(name)
        self.run(f"{name}-test")

    def _wait(self, cell: Locator, before: str) -> None:
        """Wait until `cell` has a number other than `before` and no cell waits for its turn."""
        number = cell.locator(".jp-InputPrompt")
        expect(number).to_have_text(DONE, timeout=LONG)
        expect(number).not_to_have_text(before, timeout=LONG)
        waiting = self.panel.locator(".jp-InputPrompt").filter(has_text="[*]:")
        expect(waiting).to_have_count(0, timeout=LONG)

    def write(self, name: str, text: str) -> None:
        """Type `text` in the place of all that stands in a cell."""
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(text)

    def save(self) -> NotebookNode:
        """Press Ctrl + S; the notebook as it is on the disk then."""
        with self.page.expect_response(
            lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url
        ):
            self.page.keyboard.press("ControlOrMeta+S")
        saved: NotebookNode = nbformat.read(self.path, as_version=4)
        return saved

    def trouble(self) -> list[tuple[str, str]]:
        """Every error and every warning (of a missing glyph, say) by its cell, once saved."""
        return [
            (cell.id, said)
            for cell in self.save().cells
            for output in cell.get("outputs", [])
            if (said := _complaint(output))
        ]

    def unrendered(self) -> list[str]:
        """What stands in the place of a widget that JupyterLab could not draw."""
        outputs = self.panel.locator(".jp-OutputArea-output").filter(has_text=NO_WIDGET)
        return outputs.all_text_contents()

    def too_wide(self) -> list[str]:
        """The parts that do not fit into the window's width."""
        self.page.add_style_tag(content=LAID_OUT)
        found: list[str] = self.panel.evaluate(TOO_WIDE)
        return found


def open_notebook(page: Page, lab: Lab, path: str, address: str | None = None) -> Notebook:
    """Open the notebook `path` of the lab's tree and wait until its kernel is ready.

    Args:
        page: A fresh page.
        lab: The lab.
        path: Relative to the lab's tree.
        address: What to open, where it is not the notebook's own address.
    """
    fresh = f"lab/workspaces/{uuid.uuid4().hex}/tree/{path}"  # no tabs of an earlier test
    page.goto(address or lab.url(fresh))
    file = lab.tree / path
    notebook = Notebook(page, file, nbformat.read(file, as_version=4).cells)
    expect(notebook.panel.locator(".jp-Notebook .jp-Cell")).to_have_count(
        len(notebook.cells), timeout=LONG
    )
    kernel = page.locator("#jp-main-statusbar").get_by_text("| Idle")  # before, it is "Connecting"
    expect(kernel).to_be_visible(timeout=LONG)
    return notebook


def accept(dialog: Dialog) -> None:
    """Say yes to the browser's own question, such as whether to leave unsaved work."""
    dialog.accept()


def prompt(cell: Locator) -> str:
    """The number to the left of a cell, such as ``[3]:``."""
    return cell.locator(".jp-InputPrompt").text_content() or ""


def _complaint(output: NotebookNode) -> str:
    if output.output_type == "error":
        return "\n".join(output.traceback)
    if output.get("name") == "stderr" and "Warning" in output.text:
        return str(output.text)
    return ""
