"""What every test starts from, those in docstrings too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from autograder import messages
from autograder.program import SETTINGS

# Deterministic, and patient with a busy machine.
settings.register_profile("baozi", deadline=None, derandomize=True)
settings.load_profile("baozi")


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Language and pace as a new process has them, whatever the test before chose."""
    monkeypatch.setattr(messages, "_chosen", None)
    monkeypatch.delenv("BAOZI_LANG", raising=False)
    before = dict(SETTINGS)
    yield
    SETTINGS.clear()
    SETTINGS.update(before)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how long each lesson took to run, if any was."""
    times = [
        str(value)
        for report in terminalreporter.getreports("passed")
        for name, value in getattr(report, "user_properties", [])
        if name == "lesson_seconds" and report.when == "call"
    ]
    if times:
        terminalreporter.section("seconds from top to bottom")
        terminalreporter.write_line("\n".join(sorted(times)))
