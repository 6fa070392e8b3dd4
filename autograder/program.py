"""A notebook's definitions as the main module of its child processes.

Under the start methods ``spawn`` and ``forkserver`` a child runs its parent's main module again, to
find the functions it is to call. A notebook has no such file. So at each start a fresh one is
written, with the definitions of that moment in it, and named in the child's preparation data. It
must be fresh: a fork server that has loaded a path once would go on running the old code.

The file says nothing but ``enter(...)``. Here, in the child, the cells are run one by one under
their own names, so that a traceback shows the learner's own line.
"""

from __future__ import annotations

import atexit
import json
import linecache
import os
import sys
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from itertools import count
from multiprocessing import process, spawn
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.cell import Cell

if TYPE_CHECKING:
    from autograder.cells import Definitions

SETTINGS: dict[str, str] = {}
"""Small settings that every child is started with; see :mod:`course.context`."""

MAIN_FILE = "notebook.py"
_TEMPLATE = """\
# A notebook's definitions, written for one child process. Nothing is lost when this is deleted.
from autograder.program import enter

enter(
    globals(),
    {arguments},
)
"""


class Program:
    """Gives every child process that starts from here the current definitions as its main module.

    Args:
        definitions: Called at each start; the definitions of that moment.
        hooks: ``"module:function"`` names, called without arguments in each child before the
            definitions are run there.
        settings: Called at each start; what that child's :data:`SETTINGS` hold besides ours.

    Example::

        program = Program(lambda: definitions(cells_so_far()))
        program.install()
    """

    def __init__(
        self,
        definitions: Callable[[], Definitions],
        hooks: Sequence[str] = (),
        settings: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._definitions = definitions
        self._hooks = list(hooks)
        self._settings = settings
        self._numbers = count(1)
        self._owner = os.getpid()
        self._folder: Path | None = None
        self._original: Callable[[str], dict[str, Any]] | None = None

    def install(self) -> None:
        """Take the place of whatever :mod:`multiprocessing` would tell children of ``__main__``."""
        if self._original is None:
            self._original = spawn.get_preparation_data
            spawn.get_preparation_data = self._preparation_data
            atexit.register(self.remove_files)

    def uninstall(self) -> None:
        """Undo :meth:`install`."""
        if self._original is not None:
            spawn.get_preparation_data = self._original  # type: ignore[assignment]
            self._original = None
            self.remove_files()

    def remove_files(self) -> None:
        """Delete what was written; children that are still starting may miss it."""
        if self._folder is not None and os.getpid() == self._owner:
            import shutil  # noqa: PLC0415 - only where notebooks run

            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def write(self) -> Path:
        """Write the current definitions to a fresh file and return its path."""
        if self._folder is None:
            from autograder.scratch import make_folder  # noqa: PLC0415 - only where notebooks run

            self._folder = make_folder("program")
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        path = folder / MAIN_FILE
        current = self._definitions()
        arguments = json.dumps(
            {
                "cells": [[cell.label, cell.source] for cell in current.cells],
                "left_out": current.left_out,
                "settings": {**SETTINGS, **self._settings()},
                "hooks": self._hooks,
            }
        )
        # JSON within a Python string literal: the file stays plain Python whatever the cells hold.
        path.write_text(_TEMPLATE.format(arguments=ascii(arguments)), "utf-8")
        return path

    def _preparation_data(self, name: str) -> dict[str, Any]:
        assert self._original is not None
        data = self._original(name)
        if os.getpid() == self._owner:
            data.pop("init_main_from_name", None)
            data["init_main_from_path"] = str(self.write())
        return data


def enter(namespace: dict[str, Any], arguments: str) -> None:
    """In a child: run the hooks and the definitions that the notebook wrote down.

    Args:
        namespace: The globals of the child's main module.
        arguments: JSON, as :meth:`Program.write` writes it.
    """
    given = json.loads(arguments)
    SETTINGS.update(given["settings"])
    for hook in given["hooks"]:
        module, _, function = hook.partition(":")
        getattr(import_module(module), function)()
    namespace.pop("enter", None)
    cells = [Cell(*cell) for cell in given["cells"]]
    _report_in_own_terms(frozenset(cell.label for cell in cells), given["left_out"])
    for error in run_cells(cells, namespace):
        # As in the notebook, one bad cell does not take the others away.
        traceback.print_exception(error)


def run_cells(cells: Sequence[Cell], namespace: dict[str, Any]) -> list[Exception]:
    """Run `cells` in `namespace`, each under its own label; what they raised, in order.

    As in a notebook, a cell that raises ends there, and the next one still runs.

    >>> space = {}
    >>> run_cells([Cell("Cell In[1]", "1 / 0"), Cell("Cell In[2]", "x = 2")], space)
    [ZeroDivisionError('division by zero')]
    >>> space["x"]
    2
    """
    raised: list[Exception] = []
    flags = 0
    for cell in cells:
        lines = [f"{line}\n" for line in cell.source.split("\n")]
        linecache.cache[cell.label] = (len(cell.source), None, lines, cell.label)
        try:
            code = compile(cell.source, cell.label, "exec", flags=flags, dont_inherit=True)
            flags |= code.co_flags & _FUTURE_FLAGS
            exec(code, namespace)  # noqa: S102 - a child runs the learner's code; that is its job
        except Exception as error:  # noqa: BLE001 - whatever learner code raises
            raised.append(error.with_traceback(_own_frames(error, {cell.label})))
    return raised


def _future_flags() -> int:
    import __future__  # noqa: PLC0415 - its features, not the statement

    return sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)


_FUTURE_FLAGS = _future_flags()


def _own_frames(error: Exception, labels: Collection[str]) -> Any:
    """The traceback from the learner's first line on; what is above says nothing to them."""
    frame = error.__traceback__
    while frame is not None and frame.tb_frame.f_code.co_filename not in labels:
        frame = frame.tb_next
    return frame or error.__traceback__


def _report_in_own_terms(labels: frozenset[str], left_out: dict[str, str]) -> None:
    """Let an uncaught exception in this child show the learner's lines and nothing above them.

    The only place that sees a child's exception before it is printed is private to multiprocessing.

    A NameError for a name that the notebook has and children do not says so. The exit code is 1, as
    ever.
    """
    original = process.BaseProcess._bootstrap  # type: ignore[attr-defined]  # noqa: SLF001

    def bootstrap(self: Any, *args: Any, **kwargs: Any) -> Any:
        run = self.run

        def reporting() -> None:
            try:
                run()
            except Exception as error:  # noqa: BLE001 - whatever learner code raises
                if isinstance(error, NameError) and error.name in left_out:
                    from autograder.messages import text  # noqa: PLC0415 - only when needed

                    cell = left_out[error.name]
                    error.add_note(text("program.left-out", name=error.name, cell=cell))
                shown = traceback.format_exception(error.with_traceback(_own_frames(error, labels)))
                sys.stderr.write(f"Process {self.name}:\n{''.join(shown)}")
                sys.exit(1)

        self.run = reporting
        return original(self, *args, **kwargs)

    process.BaseProcess._bootstrap = bootstrap  # type: ignore[attr-defined]  # noqa: SLF001


def start_method() -> str:
    """The start method of a notebook's children: what Python 3.14 takes on this system, whatever Python this is.

    ``BAOZI_START_METHOD=spawn`` shows on Linux what learners on Windows and macOS have.

    Raises:
        ValueError: if that variable is something else.

    >>> start_method() in {"forkserver", "spawn"}
    True
    """
    usual = "forkserver" if sys.platform.startswith("linux") else "spawn"
    wished = os.environ.get("BAOZI_START_METHOD") or usual
    if wished not in {usual, "spawn"}:
        raise ValueError(f"BAOZI_START_METHOD is {wished!r}; set it to spawn or leave it out.")
    return wished
