"""Lessons as text: unpack a source notebook, edit it, pack it again.

A notebook's JSON is no place to write prose or set nbgrader's metadata by hand. Here a cell is a
head line and its source::

    === md why zh
    === code fcfs en solution
    === code fcfs-test test points=2
    === md reflect answer points=2

that is: the kind of cell, its id, its language if it has twins, and its part in nbgrader (the
learner's `solution`, a locked `test`, an `answer` graded by hand). Packing what was unpacked gives
the same notebook, byte for byte.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

HEAD = re.compile(
    r"^=== (?P<kind>md|code) (?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?: (?P<lang>zh|en))?"
    r"(?: (?P<role>solution|test points=\d+|answer points=\d+))?$"
)
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class LessonSyntaxError(ValueError):
    """A lesson's text does not follow the form; the message names the line."""


def pack(text: str) -> nbformat.NotebookNode:
    r"""The notebook that `text` describes.

    Raises:
        LessonSyntaxError: if a head line is malformed, an id is used twice, or text comes first.

    >>> pack("=== md hello zh\n# 你好\n").cells[0].source
    '# 你好'
    """
    cells = []
    for number, head, source in _blocks(text):
        match = HEAD.match(head)
        if match is None:
            raise LessonSyntaxError(f"line {number}: {head!r} is no head line of a cell")
        cells.append(_cell(match, source))
    seen: set[str] = set()
    for cell in cells:
        if cell.id in seen:
            raise LessonSyntaxError(f"two cells have the id {cell.id!r}")
        seen.add(cell.id)
    notebook: nbformat.NotebookNode = new_notebook(cells=cells, metadata=METADATA)
    nbformat.validate(notebook)
    return notebook


def unpack(notebook: nbformat.NotebookNode) -> str:
    r"""The text from which `notebook` can be packed again.

    >>> unpack(pack("=== code load\n%load_ext course\n"))
    '=== code load\n%load_ext course\n'
    """
    return "\n".join(f"=== {_head(cell)}\n{cell.source}\n" for cell in notebook.cells)


def write(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write `notebook` as this project commits notebooks: no outputs, one space, a last newline."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook) + "\n", "utf-8")


def _blocks(text: str) -> list[tuple[int, str, str]]:
    """Line number, head line and source of each cell."""
    blocks: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("=== "):
            blocks.append((number, line.rstrip(), []))
        elif blocks:
            blocks[-1][2].append(line.rstrip())
        elif line.strip():
            raise LessonSyntaxError(f"line {number}: text before the first head line")
    return [(number, head, "\n".join(lines).strip("\n")) for number, head, lines in blocks]


def _cell(match: re.Match[str], source: str) -> nbformat.NotebookNode:
    name, lang, role = match["id"], match["lang"], match["role"] or ""
    metadata: dict[str, Any] = {}
    if role:
        metadata["nbgrader"] = _nbgrader(name, role)
    if lang:
        metadata["tags"] = [lang]
    make: Callable[..., nbformat.NotebookNode] = (
        new_markdown_cell if match["kind"] == "md" else new_code_cell
    )
    return make(source, id=f"{name}-{lang}" if lang else name, metadata=metadata)


def _nbgrader(name: str, role: str) -> dict[str, Any]:
    part, _, points = role.partition(" points=")
    graded = {"points": int(points)} if points else {}
    return {
        "grade": part != "solution",
        "grade_id": name,
        "locked": part == "test",
        "schema_version": 3,
        "solution": part != "test",
        "task": False,
        **graded,
    }


def _head(cell: nbformat.NotebookNode) -> str:
    kind = "md" if cell.cell_type == "markdown" else "code"
    langs = [tag for tag in cell.metadata.get("tags", []) if tag in {"zh", "en"}]
    name = cell.id.removesuffix(f"-{langs[0]}") if langs else cell.id
    return " ".join([kind, name, *langs, *_role(cell.metadata.get("nbgrader"))])


def _role(nbgrader: dict[str, Any] | None) -> list[str]:
    if not nbgrader:
        return []
    if not nbgrader["grade"]:
        return ["solution"]
    part = "answer" if nbgrader["solution"] else "test"
    return [f"{part} points={nbgrader['points']}"]


def main(arguments: list[str] | None = None) -> int:
    """``python -m course.authoring pack|unpack FROM TO``."""
    parser = argparse.ArgumentParser(prog="python -m course.authoring", description=__doc__)
    parser.add_argument("action", choices=["pack", "unpack"])
    parser.add_argument("origin", type=Path, metavar="FROM")
    parser.add_argument("target", type=Path, metavar="TO")
    options = parser.parse_args(arguments)
    try:
        if options.action == "pack":
            write(pack(options.origin.read_text("utf-8")), options.target)
        else:
            notebook = nbformat.read(options.origin, as_version=4)
            options.target.write_text(unpack(notebook), "utf-8")
    except (OSError, LessonSyntaxError, nbformat.ValidationError) as error:
        print(f"{options.origin}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
