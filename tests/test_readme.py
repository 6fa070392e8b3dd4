"""What the READMEs show can be typed and run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("readme", "rule"),
    [("README.md", "every visit is counted"), ("README.zh-CN.md", "每次来访都数到了")],
)
def test_the_example_in_python_runs_as_it_stands(readme: str, rule: str, tmp_path: Path) -> None:
    """Saved under the name in its first line, it finds what its comment says, and tells the rule."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.+?)^```$", text, re.DOTALL | re.MULTILINE)
    script = tmp_path / example.partition("\n")[0].removeprefix("# ")
    script.write_text(example, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", str(script)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    said, transcript = done.stdout.split("\n", 1)
    assert f"# {said}\n" in example
    assert rule in transcript


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_example_in_a_terminal_says_what_is_shown(readme: str, tmp_path: Path) -> None:
    """Saved as it is shown, in a terminal of the usual width."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    (shown,) = re.findall(r"^\$ cat forks\.py\n(.+?)^```$", text, re.DOTALL | re.MULTILINE)
    source, command, told = re.split(r"^\$ python -m (.+)\n", shown, flags=re.MULTILINE)
    (tmp_path / "forks.py").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", *command.split()],
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.rstrip() == told.rstrip()
