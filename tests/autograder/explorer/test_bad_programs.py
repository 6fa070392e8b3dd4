"""Programs that are broken, endless, hostile or no programs: one clear sentence each, never a pass."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "bad_programs"
PROGRAMS = sorted(FOLDER.glob("*.py"))
EXPECTED = re.compile(rb"# expect: (.+)")


def explored(path: Path, *options: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """What the command line makes of a program, and after how many seconds."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "explore", path, "--json", "--language", "en",
         "--max-seconds", "2", *options],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done, time.perf_counter() - begun


def allowed(path: Path) -> set[tuple[str, int]]:
    """The verdicts that may be given, with their exit statuses."""
    found = EXPECTED.search(path.read_bytes())
    assert found is not None
    pairs = [part.strip().rpartition(" ") for part in found[1].decode().split("|")]
    return {(verdict, int(status)) for verdict, _, status in pairs}


@pytest.mark.slow
@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_each_ends_with_a_verdict_or_one_clear_sentence(path: Path) -> None:
    """Within the time limit, and never with a traceback of ours."""
    done, seconds = explored(path)
    assert "Traceback" not in done.stderr
    assert seconds < 40
    if done.stdout:
        found = json.loads(done.stdout)
        assert (found["verdict"], done.returncode) in allowed(path), found["message"]
        assert found["message"]
        assert "autograder/" not in found["transcript"]
    else:
        assert ("refused", done.returncode) in allowed(path), done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
