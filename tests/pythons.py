"""Every supported CPython on this machine, each with an environment of its own in ``.venvs/``.

``python -m tests.pythons`` makes the environments; tests then run on those that are there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

COURSE = Path(__file__).parents[1]
ENVIRONMENTS = COURSE / ".venvs"
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")


def installed() -> dict[str, str]:
    """The interpreters found on the PATH and below pyenv, by version such as ``"3.12"``."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found: dict[str, str] = {}
    for version in SUPPORTED:
        candidates = [shutil.which(f"python{version}")]
        candidates += map(str, sorted(pyenv.glob(f"{version}.*/bin/python"), reverse=True))
        for candidate in filter(None, candidates):
            if _version_of(candidate) == version:
                found[version] = candidate
                break
    return found


def environments() -> dict[str, str]:
    """The interpreters of the environments that have been made, by version; at least this one."""
    made = {
        path.name: str(path / "bin" / "python")
        for path in sorted(ENVIRONMENTS.glob("3.*"))
        if (path / "ready").exists()
    }
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {**made, own: sys.executable}


def make_environments() -> None:
    """Make what is missing; an environment made from other requirements is made anew."""
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = (COURSE / "requirements.lock").read_text("utf-8")
    for version, python in installed().items():
        folder = ENVIRONMENTS / version
        ready = folder / "ready"
        if version == own or (ready.exists() and ready.read_text("utf-8") == wanted):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([python, "-m", "venv", folder], check=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet"]
        pip += ["--disable-pip-version-check"]
        subprocess.run([*pip, "-r", COURSE / "requirements.lock"], check=True)
        subprocess.run([*pip, "--no-deps", "-e", COURSE], check=True)
        ready.write_text(wanted, "utf-8")


def _version_of(python: str) -> str:
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    asked = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return asked.stdout.strip()


if __name__ == "__main__":
    make_environments()
    for version, python in environments().items():
        print(version, python)
