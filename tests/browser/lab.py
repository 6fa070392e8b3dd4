"""A JupyterLab as ``make lab`` starts it, on a tree and a home of its own, and its certain end."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from course.student import write_tree
from tests.kernels import still_running
from tests.lessons import COURSE

SECONDS = 60.0
ADDRESS = re.compile(r"http://localhost:\d+/\S*token=\w+")
# What a machine's owner may have set up, and a learner's machine has not.
OURS = ("JUPYTER", "XDG_", "IPYTHON", "MPL", "BAOZI", "PYTEST", "NBGRADER")


class NotStartedError(AssertionError):
    """JupyterLab ended, or said nothing for a long time; with what it said."""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab.

    Args:
        tree: The course's folder, as a learner or an instructor has it.
        language: The language it was started in.
        address: What it tells the learner to open, token and all.
        environment: The environment that it runs in.
    """

    tree: Path
    language: str
    address: str
    environment: dict[str, str]

    def url(self, page: str) -> str:
        """The address of a page such as ``lab/tree/lessons/zh/00-start/start.ipynb``."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}/{page}?{parts.query}"

    def stop(self) -> None:
        """Ask it to end, as its own menu *File → Shut Down* does."""
        token = {"Authorization": f"token {urlsplit(self.address).query.removeprefix('token=')}"}
        ask = urllib.request.Request(self.url("api/shutdown"), headers=token, method="POST")
        with urllib.request.urlopen(ask, timeout=SECONDS):
            pass


def learners_tree(folder: Path) -> Path:
    """The course as a learner gets it, in `folder`."""
    return write_tree(COURSE, folder / "baozi")


def instructors_tree(folder: Path) -> Path:
    """The course as its instructor has it, in `folder`: the sources too."""
    tree = learners_tree(folder)
    shutil.copytree(COURSE / "source", tree / "source")
    return tree


@contextmanager
def running_lab(tree: Path, language: str) -> Iterator[Lab]:
    """JupyterLab on `tree`; nothing that it started is left afterwards, and it must not leave any.

    Raises:
        NotStartedError: if it does not come up.
    """
    mark = f"BAOZI_BROWSER_TEST={uuid.uuid4().hex}"
    home = tree.parent / f"home-{language}"
    home.mkdir()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    environment |= {"HOME": str(home), "PYTHONPATH": str(tree), **dict([mark.split("=")])}
    words = [sys.executable, "-m", "course", "lab", "--language", language, "--no-browser"]
    words += ["--port", str(_free_port())]  # two labs that look for one at a time find the same
    server = subprocess.Popen(
        words,
        cwd=tree,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said: list[str] = []
    ready = threading.Event()
    listener = threading.Thread(target=_listen, args=(server, said, ready), daemon=True)
    listener.start()
    try:
        ready.wait(SECONDS)
        found = ADDRESS.search("".join(said))
        if found is None:
            raise NotStartedError("".join(said))
        lab = Lab(tree, language, found.group(), environment)
        _answers(lab, server, said)
        yield lab
        started = _marked(mark)
        lab.stop()
        left = still_running(started, SECONDS / 4)
        assert not left, f"left behind by JupyterLab: {[each.cmdline() for each in left]}"
    finally:
        for process in _marked(mark):
            process.kill()
        server.wait(SECONDS)
        listener.join(SECONDS)


def _free_port() -> int:
    with socket.create_server(("localhost", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _answers(lab: Lab, server: subprocess.Popen[str], said: list[str]) -> None:
    """Wait until the server listens; it tells its address a moment before it does."""
    end = time.monotonic() + SECONDS
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(lab.url("api"), timeout=SECONDS):
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    raise NotStartedError("".join(said))


def _listen(server: subprocess.Popen[str], said: list[str], ready: threading.Event) -> None:
    assert server.stdout is not None
    with server.stdout as lines:
        for line in lines:
            said.append(line)
            if ADDRESS.search(line):
                ready.set()
    ready.set()


def _marked(mark: str) -> list[psutil.Process]:
    """Every process that inherited `mark`, wherever in the tree of processes it is by now."""
    name, value = mark.split("=")
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(name) == value:
                found.append(process)
        except psutil.Error:
            continue  # gone meanwhile, or another user's
    return found
