"""What a forked child starts with: a copy of all that its parent has.

The child's main module and the program's own modules are new namespaces with copies of everything,
see :mod:`~autograder.explorer.memory`. Shared things keep their identity, because what is copied is a
handle to them. As every file descriptor is copied, every end of a pipe that is open in the parent is
open in the child, whoever refers to it; as only the thread that forks is copied, what the parent's
queues have yet to send is not the child's.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import learner_frame
from autograder.explorer.memory import Copier
from autograder.explorer.operations import Op

_DEEPER = 50
"""How much deeper calls may be nested when data is too deep for the usual limit."""


def forked(process: Any, parent: Process, child: Process) -> Callable[[], Op]:
    """What a forked child does, with copies of the parent's things as of now.

    Args:
        process: The program's Process object for the child.
        parent: Who forks.
        child: Who is to be; its main module and what it keeps for virtual modules are filled.
    """
    from autograder.explorer.virtual import endings  # noqa: PLC0415 - it imports us

    try:
        copied = _copy(process, parent, child)
    except RecursionError:
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(limit * _DEEPER)
        try:
            copied = _copy(process, parent, child)
        finally:
            sys.setrecursionlimit(limit)
    things = child.machine.world.primitives
    for channel, closing in child.extras["open ends"].values():
        things[channel].value[_OPEN_ENDS[closing]] += 1
    return lambda: endings.live(child, lambda: copied._live_in(child))  # noqa: SLF001 - ours


_OPEN_ENDS = {"channel.close-writer": 1, "channel.close-reader": 2}
"""Where a channel counts the ends that such an operation closes."""


def _copy(process: Any, parent: Process, child: Process) -> Any:
    """Fill `child` with copies; the copy of `process`."""
    own = parent.own_modules
    fresh = {name: _empty(each) for name, each in own.items()}
    main = child.main = _empty(parent.main)
    spaces = [(parent.main.__dict__, main.__dict__)]
    spaces += [(each.__dict__, fresh[name].__dict__) for name, each in own.items()]
    copier = Copier(spaces, ["__main__", "__mp_main__", *own])
    memo = copier.memo
    builtins = parent.machine.foreground.builtins
    memo[id(builtins)] = builtins
    memo[id(parent.main)] = main
    for name, each in own.items():
        memo[id(each)] = fresh[name]
    for old, new in spaces:
        memo[id(old)] = new
    _share_ends(parent, child, memo)
    _modules(parent, child, copier, fresh)
    for old, new in spaces:
        copier.fill(new, old, old)
    copied = copier(process)
    if child.extras["open ends"]:
        child.extras["frames"] = copier.temporary(_locals())
    for what in INHERITED:
        if what in parent.extras:
            child.extras[what] = copier(parent.extras[what])
    copier.finish()
    return copied


def _empty(module: types.ModuleType) -> types.ModuleType:
    """A module for the copy of `module`'s namespace; functions made for it know where they are."""
    made = types.ModuleType(module.__name__)
    made.__dict__["__builtins__"] = module.__dict__["__builtins__"]
    return made


def _share_ends(parent: Process, child: Process, memo: dict[int, Any]) -> None:
    """The ends of pipes that are open in the parent are open in the child."""
    lost = {getattr(each, "_number", None) for each in parent.dropped}
    ends = parent.extras["open ends"]
    child.extras["open ends"] = mine = {
        key: end for key, end in ends.items() if end[1] in _OPEN_ENDS and key[0] not in lost
    }
    child.counters["connections"] = parent.counters.get("connections", 0)
    memo[id(ends)] = mine
    memo[id(parent.dropped)] = child.dropped


def _locals() -> list[dict[str, Any]]:
    """The variables of the functions that are being run: they, too, hold ends of pipes open."""
    found = []
    frame = learner_frame(sys._getframe())  # noqa: SLF001 - there is no other way
    while frame is not None:
        if frame.f_locals is not frame.f_globals:
            found.append(dict(frame.f_locals))
        frame = learner_frame(frame.f_back)
    return found


INHERITED = ["method", "cwd"]
"""What virtual modules keep for a process that a forked child inherits."""

FORKERS: dict[str, Callable[[types.ModuleType, Process, Process, Copier], types.ModuleType]] = {}
"""For each virtual module that every process has its own of: how the child's is made of the parent's."""


def _modules(
    parent: Process, child: Process, copier: Copier, own: dict[str, types.ModuleType]
) -> None:
    """The child has the modules that the parent has; those that differ by process are copied."""
    from autograder.explorer.virtual import imports  # noqa: PLC0415 - it imports us

    for name, module in parent.modules.items():
        if name in own:
            child.modules[name] = child.own_modules[name] = own[name]
        elif imports.differs_by_process(name):
            made = FORKERS[name](module, parent, child, copier)
            child.modules[name] = copier.memo[id(module)] = made
        else:
            child.modules[name] = module
