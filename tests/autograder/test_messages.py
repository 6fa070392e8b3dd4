"""One catalogue per language, and nothing missing in either."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import course
from autograder import messages
from tests.lessons import COURSE


def flat(table: Any, prefix: str = "") -> dict[str, str]:
    """All texts of a table by dotted key; the items of a list by number."""
    items = table.items() if isinstance(table, dict) else enumerate(table)
    found: dict[str, str] = {}
    for key, value in items:
        name = f"{prefix}{key}"
        found |= {name: value} if isinstance(value, str) else flat(value, f"{name}.")
    return found


def catalogue(language: str) -> dict[str, str]:
    """Everything both packages say in one language."""
    assert course.__name__  # importing it adds its texts
    return flat(messages._catalogue(language))


def test_both_languages_have_the_same_texts() -> None:
    """Key by key, and the same placeholders in each."""
    zh, en = catalogue("zh"), catalogue("en")
    assert zh.keys() == en.keys()
    fields = re.compile(r"\{(\w+)")
    assert {
        key: (set(fields.findall(zh[key])), set(fields.findall(en[key])))
        for key in zh
        if set(fields.findall(zh[key])) != set(fields.findall(en[key]))
    } == {}


def test_no_text_is_empty_or_in_the_wrong_language() -> None:
    """English has no Chinese in it; blank is only a diagnosis that the general sentence tells better."""
    chinese = re.compile("[\u4e00-\u9fff]")
    texts = {**catalogue("zh"), **catalogue("en")}
    assert [key for key, text in texts.items() if not text and ".diagnoses." not in key] == []
    assert [key for key, text in catalogue("en").items() if chinese.search(text)] == []


def test_no_word_that_makes_a_reader_feel_slow() -> None:
    """Nothing is 'just', 'simply' or 'obviously' so."""
    word = re.compile(r"\b(just|simply|obviously)\b", re.IGNORECASE)
    assert [key for key, text in catalogue("en").items() if word.search(text)] == []


def test_a_rule_is_no_sentence() -> None:
    """It stands in one, which brings the full stop."""
    texts = [*catalogue("zh").items(), *catalogue("en").items()]
    assert [key for key, text in texts if ".rules." in key and text.endswith(("。", "."))] == []


def test_the_language_is_chosen_by_environment_or_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call outranks BAOZI_LANG; Chinese is what remains."""
    assert messages.current() == "zh"
    monkeypatch.setenv("BAOZI_LANG", "en")
    assert messages.current() == "en"
    monkeypatch.setenv("BAOZI_LANG", "xx")
    assert messages.current() == "zh"
    messages.use("en")
    assert messages.current() == "en"


def test_every_key_that_code_names_exists() -> None:
    """A literal key in the code has its text."""
    named = re.compile(r"\btexts?\(\s*\"([a-z0-9-]+(?:\.[a-z0-9-]+)+)\"")
    used = {
        key
        for package in ("autograder", "course")
        for path in (COURSE / package).rglob("*.py")
        for key in named.findall(Path(path).read_text("utf-8"))
    }
    assert used
    for key in used:
        assert messages.entries(key)
