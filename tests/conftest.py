"""What every test starts from."""

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
