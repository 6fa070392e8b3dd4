"""Opening the lessons and publishing the learners' tree: what happens to files, and bad input."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from course.__main__ import main
from course.lab import LabError, command, copy_lessons


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with one released lesson."""
    lesson = tmp_path / "release" / "zh" / "00-start" / "start.ipynb"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("released", "utf-8")
    (tmp_path / "release" / "zh" / "index.ipynb").write_text("index", "utf-8")
    return tmp_path


def test_a_learners_work_is_never_overwritten(course: Path) -> None:
    """New lessons are copied, those that are there stay as they are."""
    copy = copy_lessons(course, "zh") / "00-start" / "start.ipynb"
    copy.write_text("my work", "utf-8")
    (course / "release" / "zh" / "01-new").mkdir()
    (course / "release" / "zh" / "01-new" / "new.ipynb").write_text("new", "utf-8")
    copy_lessons(course, "zh")
    assert copy.read_text("utf-8") == "my work"
    assert (course / "lessons" / "zh" / "01-new" / "new.ipynb").exists()


def test_a_missing_release_says_how_to_make_it(course: Path) -> None:
    """There is no English release here."""
    with pytest.raises(LabError, match="make release"):
        copy_lessons(course, "en")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_says_so(course: Path) -> None:
    """And nothing is lost."""
    course.chmod(0o500)
    try:
        with pytest.raises(LabError, match="cannot be copied"):
            copy_lessons(course, "zh")
    finally:
        course.chmod(0o700)


def test_a_lessons_folder_that_is_a_file_says_so(course: Path) -> None:
    """Something else stands where the lessons should go."""
    (course / "lessons").write_text("", "utf-8")
    with pytest.raises(LabError, match="cannot be copied"):
        copy_lessons(course, "zh")


def test_a_busy_port_names_another(course: Path) -> None:
    """In one sentence, before anything is started."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with pytest.raises(LabError, match=f"Port {port} is in use.*PORT={port + 1}"):
            command(course, "zh", port, browser=False)
    with pytest.raises(LabError, match="no port"):
        command(course, "zh", 99999, browser=False)


def test_the_command_line_says_errors_in_one_line(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback."""
    assert main(["--course", str(course), "lab", "--language", "en", "--no-browser"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "make release" in line
