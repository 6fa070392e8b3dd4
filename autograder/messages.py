"""Every sentence that a learner reads, by key and language.

Text lives apart from code: one catalogue per language, a folder of TOML files whose names are the
first part of a key. ``text("02-scheduling.fcfs.goal")`` looks into ``02-scheduling.toml``. Packages
that bring exercises bring their own folder (see :func:`add_catalogue`); all folders of a language
are one catalogue.

The language is chosen once per process: by :func:`use`, else by ``BAOZI_LANG``, else Chinese.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("zh", "en")
_folders: list[Path] = [Path(__file__).parent / "catalogue"]
_chosen: str | None = None


class UnknownLanguageError(ValueError):
    """A language was asked for that the catalogues do not speak."""


def add_catalogue(folder: Path) -> None:
    """Make the catalogue below `folder` (``zh/*.toml``, ``en/*.toml``) part of every language."""
    if folder not in _folders:
        _folders.append(folder)
        _catalogue.cache_clear()


def use(language: str) -> None:
    """Speak `language` from now on.

    Raises:
        UnknownLanguageError: if `language` is none of :data:`LANGUAGES`.

    >>> use("en"); current()
    'en'
    >>> use("fr")
    Traceback (most recent call last):
    ...
    autograder.messages.UnknownLanguageError: No texts in 'fr'. Choose one of: zh, en.
    """
    global _chosen  # noqa: PLW0603 - the one setting of this process
    if language not in LANGUAGES:
        choices = ", ".join(LANGUAGES)
        raise UnknownLanguageError(f"No texts in {language!r}. Choose one of: {choices}.")
    _chosen = language


def current() -> str:
    """The language spoken now: ``"zh"`` or ``"en"``."""
    if _chosen is not None:
        return _chosen
    wished = os.environ.get("BAOZI_LANG", "")
    return wished if wished in LANGUAGES else LANGUAGES[0]


def text(key: str, /, **fields: object) -> str:
    """The sentence at `key` in the current language, its ``{placeholders}`` filled from `fields`.

    Raises:
        KeyError: if the catalogue has no such sentence, or a placeholder has no field.

    >>> use("en"); text("check.holds", exercise="00-start/double", runs=3)
    '✓ 00-start/double: right on all 3 inputs.'
    """
    entry = entries(key)
    if not isinstance(entry, str):
        raise KeyError(f"{key} is not a single text")
    return entry.format(**fields)


def texts(key: str, /) -> list[str]:
    """The list of sentences at `key`, such as an exercise's hints. Empty if there is none."""
    try:
        entry = entries(key)
    except KeyError:
        return []
    if not isinstance(entry, list):
        raise KeyError(f"{key} is not a list of texts")
    return [str(item) for item in entry]


def entries(key: str, /, language: str | None = None) -> Any:
    """Whatever the catalogue holds at `key`: a text, a list of texts, or a table of both."""
    found: Any = _catalogue(language or current())
    for part in key.split("."):
        if not isinstance(found, dict) or part not in found:
            raise KeyError(f"no text {key!r} in {language or current()!r}")
        found = found[part]
    return found


@cache
def _catalogue(language: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - a child process that says nothing of ours does without

    merged: dict[str, Any] = {}
    for folder in _folders:
        for file in sorted((folder / language).glob("*.toml")):
            merged.setdefault(file.stem, {}).update(tomllib.loads(file.read_text("utf-8")))
    return merged
