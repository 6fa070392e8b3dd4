"""Nothing of the lecture notes is missing."""

from __future__ import annotations

import pytest

from tests.lessons import LANGUAGES
from tests.notes import ALL, Entry, found


@pytest.mark.parametrize("entry", ALL, ids=lambda each: each.what)
def test_everything_in_the_notes_has_its_cell(entry: Entry) -> None:
    """A topic, a name, an example: in both languages."""
    for language in LANGUAGES:
        assert found(entry, language)
