"""What a spawned child starts with: the program, run anew, and what it is sent."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current
from autograder.explorer.operations import Op
from autograder.explorer.virtual import endings, names
from autograder.explorer.virtual.pickles import loads

TOO_EARLY = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable."""
KNOWN = frozenset("_identity _path _parent_pid _config _authkey _record _closed".split())
"""What a child knows of itself without being sent it."""

PLAIN: set[type] = set()
"""The process classes of ``multiprocessing`` itself."""
_PLAIN_PARTS = KNOWN | {"_target", "_args", "_kwargs", "_name"}
"""What there is to an object of such a class to which the program has added nothing of its own."""


def _parts(process: Any) -> tuple[Any, ...]:
    return process._target, process._args, process._kwargs


def spawned(process: Any, child: Process) -> Callable[[], Op]:
    """What a spawned child does: run the program anew, and then what it was sent.

    Args:
        process: The program's Process object for the child.
        child: Who is to be.
    """
    ends: list[Any] = []
    child.extras["ends"] = ends
    parent = current()
    parent.extras["spawning"] = ends
    parent.extras["starting"] = process
    makers = parent.extras["names sent"] = set[str]()
    kind = type(process)
    is_plain = kind in PLAIN and len(process.__dict__) == len(_PLAIN_PARTS)
    try:
        sent = pickle.dumps(_parts(process) if is_plain else process)
    finally:
        del parent.extras["spawning"], parent.extras["starting"], parent.extras["names sent"]
    for end in ends:
        end.given_to(child)
    if makers:
        names.keep(child, makers)

    def body() -> None:
        from autograder.explorer.virtual import run_program  # noqa: PLC0415 - it imports us

        child.extras["bootstrapping"] = True
        run_program(child)
        names.find(child, makers)
        mine = loads(sent)
        if is_plain:
            parts, mine = mine, object.__new__(kind)
            mine._target, mine._args, mine._kwargs = parts
            mine._name = child.name
        del child.extras["bootstrapping"]
        mine._live_in(child)

    return lambda: endings.live(child, body)
