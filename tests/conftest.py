"""What every test starts from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autograder import messages, program


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Language and pace as a new process has them, whatever the test before chose."""
    monkeypatch.setattr(messages, "_chosen", None)
    monkeypatch.setattr(program, "SETTINGS", dict(program.SETTINGS))
    monkeypatch.delenv("BAOZI_LANG", raising=False)
    yield
