"""Temporary folders that are found again when whoever made them was killed before removing them.

A folder's name holds its maker's process id; :func:`sweep` removes those whose maker is gone.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

_NAME = re.compile(r"baozi-(\d+)-\w+-")


def make_folder(purpose: str) -> Path:
    """A new, empty folder of this process's own; `purpose` is a word for its name.

    >>> folder = make_folder("example")
    >>> folder.name.startswith(f"baozi-{os.getpid()}-example-")
    True
    >>> folder.rmdir()
    """
    return Path(tempfile.mkdtemp(prefix=f"baozi-{os.getpid()}-{purpose}-"))


def sweep() -> None:
    """Remove the folders of processes that are gone; what belongs to others stays."""
    import psutil  # noqa: PLC0415 - only whoever sweeps needs it, and no child process does

    for folder in Path(tempfile.gettempdir()).glob("baozi-*"):
        maker = _NAME.match(folder.name)
        if maker is not None and not psutil.pid_exists(int(maker[1])):
            shutil.rmtree(folder, ignore_errors=True)
