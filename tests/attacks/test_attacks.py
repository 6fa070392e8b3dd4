"""No attack gets a point that was not earned, reaches anything, or costs anybody else a point."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from autograder import walls
from autograder.klass import Klass, Points
from tests.attacks import all_attempts, hand_in
from tests.lessons import COURSE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(walls.kind() is walls.Kind.NONE, reason="no walls can be put up here"),
]

ALL = all_attempts()
GOOD = {"00-start": 1.0, "01-multiprogramming": 9.0}


@dataclass
class Aftermath:
    """What there was to get at, and what is left after everything was graded."""

    folder: Path
    mark: str
    flag: str
    scratch: Path = Path()
    said: dict[str, str] = field(default_factory=dict)
    points: dict[tuple[str, str], Points] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    connected: bool = False
    bystander: str = ""


def learner(name: str) -> str:
    """Attackers come between the two who are good, in the order in which all are graded."""
    return f"m-{name}"


def right_in(lesson: str, flag: str) -> SimpleNamespace:
    """Somebody who has everything right, and a secret in their notebook."""
    edits = {"answers": "right", "append": [f"# {flag}"]}
    return SimpleNamespace(LESSON=lesson, EDITS=edits)


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    """Hand everything in, grade the class once, and look."""
    folder = tmp_path_factory.mktemp("class")
    home = tmp_path_factory.mktemp("home")
    here = Aftermath(
        folder, f"baozi-mark-{secrets.token_hex(8)}", f"flag{{{secrets.token_hex(8)}}}"
    )
    (home / ".secret").write_text(here.flag)
    (folder / "notes.txt").write_text(here.flag)
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(3600)"])
    with pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as port:
        port.setblocking(False)
        for name in ("BAOZI_CLASS", "BAOZI_LANG", "PATH"):
            patch.setenv(name, os.environ.get(name, ""))
        patch.setenv("HOME", str(home))
        patch.setenv("BAOZI_SECRET", here.flag)
        patch.setenv("BAOZI_WALLS", "required")
        here.scratch = tmp_path_factory.mktemp("t")
        patch.setenv("TMPDIR", str(here.scratch))
        patch.setattr(tempfile, "tempdir", str(here.scratch))
        targets = {
            "CLASS": folder,
            "COURSE": COURSE,
            "HOME": home,
            "TMP": tempfile.gettempdir(),
            "PORT": port.getsockname()[1],
            "PID": bystander.pid,
            "MARK": here.mark,
        }
        for lesson in GOOD:
            for good in ("a-good", "z-good"):
                hand_in(right_in(lesson, here.flag), good, folder, targets)
        for name, attempt in ALL.items():
            path = hand_in(attempt, learner(name), folder, targets)
            if name == "plants_modules_beside_it":
                patch.chdir(path.parent)  # the worst place to grade from
        outside = [folder, home, COURSE / "autograder", COURSE / "course", COURSE / "source"]
        before = [contents(each) for each in outside]
        klass = Klass(COURSE, folder)
        here.said = {who: said for who, _, said in klass.grade()}
        here.points = dict(klass.points())
        after = [contents(each) for each in outside]
        try:
            port.accept()[0].close()
            here.connected = True
        except BlockingIOError:
            pass
    for old, new in zip(before, after, strict=True):
        here.changed += [path for path in old | new if old.get(path) != new.get(path)]
    here.bystander = psutil.Process(bystander.pid).status()
    bystander.kill()
    bystander.wait()
    return here


def contents(folder: Path) -> dict[str, int]:
    """When each file below `folder` was changed last; what grading itself writes left out."""
    ours = {"autograded", "feedback", "exchange", "release", "gradebook.db", "__pycache__"}
    return {
        str(path): path.lstat().st_mtime_ns
        for path in folder.rglob("*")
        if not ours & set(path.relative_to(folder).parts[:1]) and "__pycache__" not in path.parts
        if not path.is_dir()
    }


@pytest.mark.parametrize("name", ALL)
def test_an_attack_gets_exactly_what_it_earned(name: str, aftermath: Aftermath) -> None:
    """And is graded like everything else, unless nothing can be graded."""
    attempt = ALL[name]
    got = aftermath.points.get((learner(name), attempt.LESSON), Points(0, 0, by_hand=False))
    done = aftermath.said[learner(name)]
    assert getattr(attempt, "DONE", "graded") in done
    assert got.score == attempt.POINTS
    assert got.max_score < 20


def test_everybody_else_has_their_points(aftermath: Aftermath) -> None:
    """Those who were graded before the attacks, and after them."""
    for lesson, points in GOOD.items():
        for good in ("a-good", "z-good"):
            assert aftermath.points[good, lesson].score == points


@pytest.mark.parametrize("name", ALL)
def test_no_secret_comes_back(name: str, aftermath: Aftermath) -> None:
    """Neither in what is shown of the tests nor in the files that come back with the feedback."""
    for kind in ("autograded", "feedback"):
        for path in (aftermath.folder / kind / learner(name)).rglob("*"):
            assert not path.is_symlink()
            if path.is_file():
                assert aftermath.flag.encode() not in path.read_bytes()
                assert b"SQLite format" not in path.read_bytes()
    for path in (aftermath.folder / "autograded" / learner(name)).rglob("start.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            assert "stolen: " not in json.dumps(cell.get("outputs", []))


def test_nothing_outside_was_changed(aftermath: Aftermath) -> None:
    """No file was made, changed or removed, no connection made, nobody stopped."""
    assert aftermath.changed == []
    assert not aftermath.connected
    assert aftermath.bystander in {psutil.STATUS_SLEEPING, psutil.STATUS_RUNNING}
    places = {
        aftermath.folder,
        COURSE,
        Path("/dev/shm"),
        Path("/var/tmp"),
        Path(tempfile.gettempdir()),
        aftermath.scratch,
    }
    for place in places:
        assert not (place / aftermath.mark).exists()


def test_nothing_is_left(aftermath: Aftermath) -> None:
    """No process, no folder."""
    for process in psutil.process_iter(["cmdline"]):
        assert aftermath.mark not in (process.info["cmdline"] or [])
    assert list(aftermath.scratch.iterdir()) == []


def test_an_attempt_says_what_it_tries() -> None:
    """There are many of them, and each has a sentence."""
    assert len(ALL) >= 50
    assert all(attempt.__doc__ for attempt in ALL.values())
