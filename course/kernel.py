"""What ``%load_ext course`` does to a notebook's kernel.

Nothing that the learner types changes. Underneath:

- children get the notebook's definitions as their main module (:mod:`autograder.program`);
- every Python takes the start method that Python 3.14 takes on its system;
- what children print arrives, line by line, in the cell that started them (:mod:`course.relay`);
- no child survives the notebook, nor the stop button (:mod:`course.children`);
- what cannot travel to a child says why (:mod:`course.travel`);
- a pool refuses functions newer than its workers, instead of waiting for ever (:mod:`course.pools`);
- plots can write Chinese (:mod:`course.fonts`).
"""

from __future__ import annotations

import atexit
import multiprocessing
import sys
from collections.abc import Mapping
from multiprocessing import process, util
from typing import TYPE_CHECKING, Any

from autograder import messages
from autograder.cells import Definitions, definitions
from autograder.messages import text
from autograder.notebook import current_cells
from autograder.program import SETTINGS, Program, start_method
from autograder.scratch import sweep
from course import child, children, fonts, pools, travel
from course.relay import Relay

if TYPE_CHECKING:
    from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult, InteractiveShell

_notebook: Notebook | None = None


def prepare(shell: InteractiveShell) -> None:
    """Prepare the kernel of `shell`, once; loading the extension again changes nothing."""
    global _notebook  # noqa: PLW0603 - one kernel, one notebook
    if _notebook is None:
        sweep()  # what kernels left that were killed
        _notebook = Notebook(shell)


class Notebook:
    """A kernel made fit for processes.

    Args:
        shell: The kernel's shell. A terminal's works too; there, all output goes to the terminal.
    """

    def __init__(self, shell: InteractiveShell) -> None:
        self._streams = {"stdout": sys.stdout, "stderr": sys.stderr}
        self._headers: dict[str, Any] = {}
        self._kernel = getattr(shell, "kernel", None)
        self._relay = Relay(self._publish, cut=lambda: text("kernel.output-cut"))
        self._program = Program(self._definitions, ["course.child:enter"], self._settings)
        self._program.install()
        multiprocessing.set_start_method(start_method(), force=True)
        # The fork server loads this once, so that a child starts in milliseconds.
        multiprocessing.set_forkserver_preload(["course.child"])
        util.register_after_fork(self, Notebook._enter_forked_child)
        children.after_join(self._relay.settle)
        travel.explain()
        pools.refuse_newer_functions(lambda: self._definitions().origins)
        fonts.use()
        shell.events.register("pre_run_cell", self._before_cell)
        shell.events.register("post_run_cell", self._after_cell)
        shell.register_magic_function(_choose_language, magic_name="language")  # type: ignore[call-arg, arg-type]
        if self._kernel is not None:
            children.end_with(self._kernel)
        atexit.register(self._relay.close)
        atexit.register(children.end_all)  # runs first, before multiprocessing waits for them

    @staticmethod
    def _definitions() -> Definitions:
        return definitions(current_cells())

    def _settings(self) -> Mapping[str, str]:
        """For a child that the running cell is about to start."""
        return {**self._relay.settings(self._current_cell()), "language": messages.current()}

    def _current_cell(self) -> str:
        """The running cell, by the id of its execution request; its header is kept."""
        if self._kernel is None:
            return ""
        header = self._kernel.get_parent().get("header", {})
        cell = str(header.get("msg_id", ""))
        self._headers[cell] = header
        return cell

    def _publish(self, cell: str, stream: str, shown: str) -> None:
        """Show text in `cell`. Called by the relay's thread only."""
        target: Any = self._streams.get(stream, self._streams["stdout"])
        header = self._headers.get(cell)
        if header is not None and hasattr(target, "set_thread_parent"):
            target.set_thread_parent({"header": header})
        target.write(shown)
        if self._kernel is None:
            target.flush()

    def _before_cell(self, _info: ExecutionInfo) -> None:
        # A forked child knows its cell, but cannot tell this process what its header was.
        self._current_cell()

    def _after_cell(self, result: ExecutionResult) -> None:
        if isinstance(result.error_in_exec, KeyboardInterrupt):
            children.end_all()
        self._relay.settle()

    def _enter_forked_child(self) -> None:
        """In a child made by fork: connect to the notebook it is a copy of."""
        if process.parent_process() is not None:
            SETTINGS.update(self._settings())
            child.enter()


def _choose_language(line: str) -> None:
    """``%language zh`` or ``%language en``: the language of messages and pictures."""
    try:
        messages.use(line.strip())
    except messages.UnknownLanguageError as error:
        print(error)
