"""The committed release is what the sources give, and holds nothing that learners must not have."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from autograder.__main__ import main
from tests.lessons import COURSE, LANGUAGES, all_lessons, released, source


def test_release_is_what_source_gives(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make release` would change nothing."""
    monkeypatch.setenv("BAOZI_CLASS", "")
    assert main(["--course", str(COURSE), "release", "--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("lesson", all_lessons())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_solution_and_no_hidden_test_is_released(lesson: str, language: str) -> None:
    """Not two lines in a row of what stands between the marks, nor the marks themselves."""
    shown = [
        line.strip()
        for cell in released(lesson, language).cells
        for line in cell.source.split("\n")
    ]
    assert not [line for line in shown if "BEGIN" in line]
    for cell in source(lesson).cells:
        for secret in re.findall(
            r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END", cell.source, re.DOTALL
        ):
            lines = [line.strip() for line in secret.splitlines()]
            long = {pair for pair in pairwise(lines) if len("".join(pair)) > 25}
            assert not long & set(pairwise(shown))


@pytest.mark.parametrize("lesson", all_lessons())
def test_both_languages_are_graded_alike(lesson: str) -> None:
    """Grade ids, points and test cells are the same, so either may be handed in."""
    zh, en = (
        [
            (c.metadata["nbgrader"]["grade_id"], c.metadata["nbgrader"].get("points"), c.source)
            for c in released(lesson, language).cells
            if c.metadata.get("nbgrader", {}).get("grade")
        ]
        for language in LANGUAGES
    )
    assert zh == en
