"""A fact about ``multiprocessing``: a program, and all that it can come to.

A fact is checked on the virtual library over all interleavings, and on the real one once: what is seen
there must be among what was explored. What a program came to is told in one line: what its processes
printed, sorted; then, after a semicolon, how the main process ended unless it ended well.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.autograder.explorer.running import Outcome, outcomes

HEAD = """\
from multiprocessing import *
import pickle, time
from queue import Empty, Full

"""
PATIENCE = 60.0
"""Seconds that a real program may take on a busy machine."""
HANGING = 0.7
"""Seconds that one waits for a program which has said all and should end no more."""

_CUSTOMIZE = """\
import os, sys
sys.stdout.reconfigure(line_buffering=True)  # unbuffered, a line's end is written apart from the line
from multiprocessing import context
default = context._default_context
default._default_context = context._concrete_contexts[os.environ["START_METHOD"]]
"""


@dataclass(frozen=True)
class Fact:
    """One fact.

    Args:
        name: The fact, as a sentence.
        source: A program that shows it; the usual imports are put before it.
        told: All that it can come to.
        methods: The start methods that it holds under.
        unforced: Why it cannot be shown for real within seconds; empty if it can.
    """

    name: str
    source: str
    told: frozenset[str]
    methods: tuple[str, ...] = ("fork", "spawn")
    unforced: str = ""

    @property
    def program(self) -> str:
        """All of its source."""
        return HEAD + self.source


def fact(name: str, told: str | set[str], source: str, **rest: Any) -> Fact:
    """A fact in short; `told` may be one string if only one thing can happen.

    A source without a guard gets its last part, after a line ``---``, put below one.
    """
    before, line, main = source.partition("\n---\n")
    if line:
        inside = "".join(f"    {each}\n" for each in main.strip("\n").split("\n"))
        source = f'{before}\n\nif __name__ == "__main__":\n{inside}'
    found = [told] if isinstance(told, str) else told
    return Fact(name, source, frozenset(map(_sorted, found)), **rest)


def _sorted(text: str) -> str:
    lines, semicolon, ending = text.partition(";")
    return " / ".join(sorted(lines.split(" / "))) + semicolon + ending


def told(outcome: Outcome) -> str:
    """One virtual outcome in one line."""
    return _told(outcome.text, "hangs" if outcome.hangs else dict(outcome.exits)["0"])


def _told(lines: tuple[str, ...], ending: Any) -> str:
    text = " / ".join(sorted(lines))
    if ending == "hangs":
        return f"{text}; hangs"
    return f"{text}; exit {ending}" if ending else text


def both_tests(facts: list[Fact]) -> tuple[Callable[..., None], Callable[..., None]]:
    """The two tests of a list of facts: on the virtual library, and for real."""
    both = [(each, method) for each in facts for method in each.methods]
    real = [(each, each.methods[0]) for each in facts if not each.unforced]

    @pytest.mark.parametrize(("fact", "method"), both, ids=map(_id, both))
    def test_virtual(fact: Fact, method: str) -> None:
        """Over all interleavings the program comes to just what the fact says."""
        assert {told(each) for each in outcomes(fact.program, method)} == fact.told

    @pytest.mark.parametrize(("fact", "method"), real, ids=map(_id, real))
    def test_real(fact: Fact, method: str, tmp_path: Path) -> None:
        """What the program does for real is among that."""
        assert run(fact, method, tmp_path) in fact.told

    return test_virtual, test_real


def _id(pair: tuple[Fact, str]) -> str:
    return f"{pair[0].name} ({pair[1]})"


def run(fact: Fact, method: str, folder: Path) -> str:
    """Run a fact's program with the real library; what it came to."""
    (folder / "program.py").write_text(fact.program)
    (folder / "sitecustomize.py").write_text(_CUSTOMIZE)
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "START_METHOD": method,
    }
    environment.pop("PYTHONUNBUFFERED", None)
    hanging = {each.partition(";")[0] for each in fact.told if each.endswith("; hangs")}
    with (folder / "out").open("w") as out, (folder / "err").open("w") as err:
        process = subprocess.Popen(
            [sys.executable, "program.py"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=environment,
            start_new_session=True,
        )
        try:
            return _wait(process, folder / "out", hanging)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(process: subprocess.Popen[bytes], out: Path, hanging: set[str]) -> str:
    """Wait for the end of a program, or until it has said all that it says before it hangs."""
    begun = time.monotonic()
    quiet: float | None = None
    while time.monotonic() - begun < PATIENCE:
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = process.wait(0.02)
            return _told(tuple(out.read_text().splitlines()), code)
        said = _told(tuple(out.read_text().splitlines()), 0)
        if said not in hanging:
            quiet = None
        elif quiet is None:
            quiet = time.monotonic()
        elif time.monotonic() - quiet > HANGING:
            return f"{said}; hangs"
    return f"{_told(tuple(out.read_text().splitlines()), 0)}; still at it"
