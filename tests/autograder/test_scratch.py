"""Folders of killed processes are found and removed; those of living ones stay."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from autograder.scratch import make_folder, sweep


def test_only_the_folders_of_the_dead_are_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A killed kernel's go; this process's own, and what is not ours, stay."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead = tmp_path / f"baozi-{ended.pid}-relay-abc"
    (dead / "1").mkdir(parents=True)
    mine = make_folder("relay")
    strange = tmp_path / "baozi-of-mine"
    strange.mkdir()
    sweep()
    assert not dead.exists()
    assert mine.exists()
    assert strange.exists()
