"""Opens the lessons in JupyterLab: ``make lab``.

The learner works on copies in ``lessons/<language>/``. A lesson that is new is copied there; one that
is there already is never touched.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {
        # No question about news stands between a learner and the first lesson.
        "fetchNews": "false",
        "checkForUpdates": False,
    }
}
INDEX = "index.ipynb"


class LabError(RuntimeError):
    """JupyterLab cannot be opened like this; the message says what to do."""


def settle() -> None:
    """Prepare this Python's JupyterLab and Matplotlib once, so that nothing gets in the way later."""
    folder = Path(sys.prefix) / "share" / "jupyter" / "lab" / "settings"
    file = folder / "overrides.json"
    try:
        current = json.loads(file.read_text("utf-8")) if file.exists() else {}
        if {**current, **OVERRIDES} != current:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps({**current, **OVERRIDES}, indent=2), "utf-8")
    except OSError:
        pass  # a Python that others look after: JupyterLab then asks its question once
    from course import fonts  # noqa: PLC0415 - builds Matplotlib's list of fonts if there is none

    fonts.use()


def copy_lessons(course: Path, language: str) -> Path:
    """Copy the lessons of `language` that are not there yet; the folder they are in.

    Raises:
        LabError: if there is no release in that language, or the folder cannot be written to.
    """
    release, lessons = course / "release" / language, course / "lessons" / language
    if not (release / INDEX).exists():
        raise LabError(f"There are no lessons in {release}. Make them first: make release")
    try:
        for origin in sorted(release.rglob("*")):
            copy = lessons / origin.relative_to(release)
            if origin.is_file() and not copy.exists():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(origin, copy)
    except OSError as error:
        raise LabError(
            f"The lessons cannot be copied to {lessons} ({error.strerror}). "
            "Move the course to a folder of your own, or change this one's rights."
        ) from None
    return lessons


def command(course: Path, language: str, port: int | None, *, browser: bool) -> list[str]:
    """The command that opens JupyterLab on the index of the lessons.

    Raises:
        LabError: if `port` is taken.
    """
    page = f"lab/tree/lessons/{language}/{INDEX}"
    words = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={course}"]
    words += [f"--LabApp.default_url=/{page}"]
    if port is not None:
        if not 0 < port < 65536:
            raise LabError(f"{port} is no port. Choose one from 1024 to 65535: make lab PORT=8899")
        if _is_taken(port):
            raise LabError(
                f"Port {port} is in use. Choose another, such as: make lab PORT={port + 1}"
            )
        words += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if not browser:
        words.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        words.append("--allow-root")  # containers; elsewhere nobody is root
    return words


def open_lab(
    course: Path, language: str, port: int | None, pace: float | None, *, browser: bool
) -> int:
    """Open JupyterLab and stay until it ends; its exit status, where it did not take our place.

    Args:
        course: The course's folder.
        language: ``"zh"`` or ``"en"``.
        port: A port, or None for the first free one from 8888 on.
        pace: Real seconds for each second of a story, or None for the default.
        browser: Whether to open a browser.

    Raises:
        LabError: as :func:`copy_lessons` and :func:`command` do.
    """
    course = course.resolve()
    words = command(course, language, port, browser=browser)
    copy_lessons(course, language)
    settle()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "BAOZI_LANG": language}
    if pace is not None:
        environment["BAOZI_PACE"] = str(pace)
    if os.name == "posix":
        # Jupyter takes our place, so that whoever stops us stops Jupyter.
        os.chdir(course)
        os.execve(words[0], words, environment)  # noqa: S606 - no shell is wanted
    try:
        return subprocess.run(words, cwd=course, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
