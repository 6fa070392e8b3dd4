"""One JupyterLab a language and one window for all; a fresh page for every test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.lab import Lab, instructors_tree, learners_tree, running_lab
from tests.browser.notebook import SECOND, accept
from tests.lessons import LANGUAGES

PATIENCE = 60 * SECOND  # the cores may be busy with other tests
SIZE: ViewportSize = {"width": 1280, "height": 800}


OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",  # this machine and no other
]


def launched(playwright: Playwright) -> Browser:
    """Playwright's own Chromium if it has been downloaded, else the system's."""
    own = Path(playwright.chromium.executable_path)
    program = own if own.exists() else shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("there is no Chromium here; `playwright install chromium` brings one")
    return playwright.chromium.launch(executable_path=program, args=OPTIONS)


@pytest.fixture(scope="session")
def window() -> Iterator[BrowserContext]:
    """A browser window of 1280 by 800; its cache makes JupyterLab open faster from then on."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = launched(playwright)
        opened = browser.new_context(viewport=SIZE, locale="en-GB")
        opened.set_default_timeout(PATIENCE)
        yield opened
        browser.close()


@pytest.fixture(scope="session")
def labs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Lab]]:
    """A learner's JupyterLab by language; started when first asked for."""
    started: dict[str, Lab] = {}
    with ExitStack() as stack:

        def lab(language: str) -> Lab:
            if language not in started:
                tree = learners_tree(tmp_path_factory.mktemp(language))
                started[language] = stack.enter_context(running_lab(tree, language))
            return started[language]

        yield lab


EACH = [pytest.param(each, marks=pytest.mark.xdist_group(f"browser-{each}")) for each in LANGUAGES]


@pytest.fixture(params=EACH)
def lab(labs: Callable[[str], Lab], request: pytest.FixtureRequest) -> Lab:
    """A learner's JupyterLab, once in each language."""
    return labs(request.param)


@pytest.fixture(scope="module")
def instructor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """An instructor's JupyterLab."""
    with running_lab(instructors_tree(tmp_path_factory.mktemp("class")), "en") as lab:
        yield lab


@pytest.fixture
def outside() -> list[str]:
    """What the page of this test asked of other machines; it never got it."""
    return []


@pytest.fixture
def page(window: BrowserContext, outside: list[str]) -> Iterator[Page]:
    """A fresh page; it reaches this machine only."""

    def note(request: Request) -> None:
        host = urlsplit(request.url).hostname
        if host not in {None, "localhost"}:
            outside.append(request.url)

    opened = window.new_page()
    opened.on("dialog", accept)
    opened.on("request", note)
    yield opened
    opened.close()
