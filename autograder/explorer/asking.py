"""What is said between who has something explored and the process that explores it.

Text, numbers and lists of them, read by schema: one JSON object a line.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from autograder.explorer.reports import STATUS, Verdict
from autograder.explorer.settings import LONGEST

START_SECONDS = 30.0
"""How long the other process may take to start; a busy machine is no program's fault."""
GRACE = 3.0
"""Seconds on top of those for exploring, before somebody who does not answer is killed."""
STORY_SECONDS = 20.0
"""How long it may take to tell what was found."""
MEMORY_MIB = 2048
LARGEST = 64 << 20
"""Bytes of a finding; more is none."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be explored, and how; the fields are those of :func:`explore`."""

    text: str
    filename: str
    modules: dict[str, str]
    cells: list[tuple[str, str]] = []
    arguments: list[str]
    files: dict[str, bytes]
    unseen: list[str] = []
    start_method: Literal["spawn", "fork"] = "spawn"
    pure: list[str] = []
    measure: bool = True
    conditions: list[str] = []
    path: list[str] = []
    """Where modules with conditions are looked for."""
    executions: int = 1_000_000
    seconds: float = 60.0
    steps: int = 0
    """Of how many steps all executions together may be; 0: no bound."""
    longest: int = LONGEST
    """Of how many steps one may be."""
    outcomes: bool = False
    possible: bool = False
    schedule: str | None = None
    witness: bool = False
    """Whether to tell every execution, and to wait for orders then; see :mod:`~autograder.explorer.records`."""
    memory_mib: int = MEMORY_MIB
    language: str = "zh"
    width: int = 100
    color: bool = False


class Finding(msgspec.Struct, frozen=True, kw_only=True, tag="finding"):
    """What was found, as plain data; a :class:`~autograder.explorer.reports.Report` in words.

    Args:
        verdict: What can be said, and how surely.
        line: The line of the program that an open verdict is about; 0 if there is none.
        transcript: The story as text.
        html: The story as HTML.
        message: The verdict in a sentence.
        fields: What else the report holds, as text.
        outcomes: How many interleavings led to each outcome, if they were asked for.
        signs: Well-known mistakes that the story looks like; see :mod:`~autograder.explorer.signs`.
    """

    verdict: Verdict
    kind: str
    executions: int
    sampled: int
    complete: bool
    seconds: float
    schedule: str
    line: int
    transcript: str
    html: str
    message: str
    notes: list[str]
    at_once: int
    fields: dict[str, str]
    outcomes: dict[str, int]
    signs: list[str] = []

    @property
    def status(self) -> int:
        """The exit status that says the same."""
        return STATUS[self.verdict]


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """There is nothing to explore: not Python, or no schedule of this program."""

    message: str
    line: int = 0


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The other process has started, and begins."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """How many executions have been tried, and whether one of them is about to be told."""

    executions: int
    found: bool


class Free(msgspec.Struct, frozen=True, tag="free"):
    """Nothing is left of the last request; another may come."""
