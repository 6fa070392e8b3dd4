"""The same program, explored twice and on every installed Python: the same verdict, the same story."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.programs import Known, bank
from tests.pythons import environments

COURSE = Path(__file__).parents[3]
TRIED = [each for each in bank() if each.path.parent.name == "notes"][::2]


def found(python: str, known: Known) -> dict[str, Any]:
    """What the command line of `python` finds, but for how long it took."""
    asked = [python, "-m", "autograder", "explore", str(known.path), "--json"]
    asked += ["--language", "en", "--start-method", known.methods[0]]
    asked += ["--max-seconds", "900"]  # a busy machine is no other Python
    environment = {**os.environ, "PYTHONPATH": str(COURSE), "COLUMNS": "100"}
    environment.pop("PYTHONHASHSEED", None)  # as anybody would call it
    done = subprocess.run(asked, capture_output=True, text=True, env=environment, check=False)
    assert done.stdout, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    del told["seconds"]
    return told


@pytest.mark.slow
@pytest.mark.parametrize("known", TRIED, ids=lambda known: known.path.stem)
def test_every_python_tells_the_same(known: Known) -> None:
    """Not the verdict alone: executions, schedule, and every line of the story."""
    first = found(sys.executable, known)
    assert found(sys.executable, known) == first
    for python in environments().values():
        if python != sys.executable:
            assert found(python, known) == first
