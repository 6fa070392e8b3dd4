"""Real kernels for tests: run cells as JupyterLab does, look at what arrived in which cell."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psutil
from jupyter_client.manager import KernelManager

from autograder.scratch import sweep

SECONDS = 60.0


@dataclass
class Shown:
    """What arrived in one cell."""

    stdout: str = ""
    stderr: str = ""
    error: str = ""
    data: list[dict[str, Any]] = field(default_factory=list)


class Kernel:
    """A running kernel of the Python `python`, with the course loaded."""

    def __init__(self, manager: KernelManager) -> None:
        self.manager = manager
        self.client = manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=SECONDS)
        self.shown: dict[str, Shown] = {}

    @property
    def pid(self) -> int:
        """The kernel's process."""
        pid = self.manager.provisioner.pid
        assert pid is not None
        return int(pid)

    def send(self, source: str) -> str:
        """Start a cell and return its id."""
        cell = str(self.client.execute(source, store_history=True))
        self.shown[cell] = Shown()
        return cell

    def finish(self, cell: str, seconds: float = SECONDS) -> Shown:
        """Wait until `cell` has run."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.read(deadline - time.monotonic()) == (cell, "idle"):
                return self.shown[cell]
        raise TimeoutError(f"the cell did not end within {seconds} s: {self.shown[cell]}")

    def run(self, source: str, seconds: float = SECONDS) -> Shown:
        """Run one cell to its end."""
        return self.finish(self.send(source), seconds)

    def read(self, seconds: float) -> tuple[str, str]:
        """Take in one message; the cell it belongs to, and the new state if it tells one."""
        message = self.client.get_iopub_msg(timeout=max(0.01, seconds))
        cell = message["parent_header"].get("msg_id", "")
        content = message["content"]
        shown = self.shown.setdefault(cell, Shown())
        match message["msg_type"]:
            case "stream":
                setattr(shown, content["name"], getattr(shown, content["name"]) + content["text"])
            case "error":
                shown.error = "\n".join(content["traceback"])
            case "execute_result" | "display_data":
                shown.data.append(content["data"])
            case "status":
                return cell, str(content["execution_state"])
        return cell, ""


@contextmanager
def kernel(
    python: str = sys.executable, language: str = "en", *, extension: bool = True
) -> Iterator[Kernel]:
    """A kernel, by default with the course loaded; whatever becomes of it, nothing of it is left afterwards."""
    manager = KernelManager(kernel_name="python3")
    manager.kernel_spec.argv[0] = python
    environment = {**os.environ, "BAOZI_LANG": language, "BAOZI_PACE": "0.01"}
    environment.pop("PYTEST_CURRENT_TEST", None)  # ipykernel behaves differently below pytest
    manager.start_kernel(env=environment)
    running: Kernel | None = None
    try:
        running = Kernel(manager)
        if extension:
            running.run("%load_ext course")
        yield running
    finally:
        if running is not None:
            running.client.stop_channels()
        if manager.is_alive():
            manager.shutdown_kernel(now=True)
        manager.cleanup_resources()
        sweep()  # a killed kernel leaves its folders for whoever comes next


def descendants(pid: int) -> list[psutil.Process]:
    """All processes below `pid` now."""
    return psutil.Process(pid).children(recursive=True)


def still_running(processes: list[psutil.Process], seconds: float = 5.0) -> list[psutil.Process]:
    """Those of `processes` that are alive `seconds` later; returns as soon as none is.

    A zombie is dead: it has ended, and its parent, a fork server say, has not looked yet.
    """
    deadline = time.monotonic() + seconds
    while True:
        alive = [process for process in processes if is_alive(process)]
        if not alive or time.monotonic() > deadline:
            return alive
        time.sleep(0.02)


def is_alive(process: psutil.Process) -> bool:
    """Whether `process` still runs."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def is_helper(process: psutil.Process) -> bool:
    """Whether `process` is one of multiprocessing's own: the fork server, the resource tracker."""
    try:
        return "from multiprocessing" in " ".join(process.cmdline()) and not any(
            "spawn_main" in word for word in process.cmdline()
        )
    except psutil.Error:
        return False
