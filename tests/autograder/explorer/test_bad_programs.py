"""Programs that are broken, endless, hostile or no programs: one clear sentence each, never a pass."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "bad_programs"
PROGRAMS = sorted(FOLDER.glob("*.py"))
EXPECTED = re.compile(rb"# expect: (.+) (\d)")
TIMEOUT = 120.0
"""Seconds after which the command must have given up by itself, on however busy a machine."""


def explored(path: Path) -> subprocess.CompletedProcess[str]:
    """What the command line makes of a program."""
    return subprocess.run(
        [sys.executable, "-m", "autograder", "explore", path, "--json", "--language", "en",
         "--max-seconds", "2"],
        capture_output=True, text=True, timeout=TIMEOUT, check=False,
    )  # fmt: skip


def expected(path: Path) -> tuple[str, int]:
    """The verdict that the program's first line says, with its exit status."""
    found = EXPECTED.search(path.read_bytes())
    assert found is not None
    return found[1].decode(), int(found[2])


@pytest.mark.slow
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_each_ends_with_its_verdict_or_one_clear_sentence(path: Path) -> None:
    """It comes to an end by itself, and never with a traceback of ours."""
    done = explored(path)
    assert "Traceback" not in done.stderr
    if done.stdout:
        found = json.loads(done.stdout)
        assert (found["verdict"], done.returncode) == expected(path), found["message"]
        assert found["message"]
        assert "autograder/" not in found["transcript"]
    else:
        assert ("refused", done.returncode) == expected(path), done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
