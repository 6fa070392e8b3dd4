"""The workers of a pool.

Which worker takes which task multiplies what there is to explore, and hardly ever matters. So a pool
is explored on assumptions, and each is checked while it is relied on. The first execution that shows
one to be wrong ends with the fact noted in the exploration's registry, and all begins again without
that assumption:

- ``quiet``: tasks use nothing shared, nor do they sleep where it counts how many are at work at once.
  What one prints is then one step with taking it, and a result is on its way as soon as its task is
  taken, no sooner than the tasks before it allow.
- ``alike``: a task leaves its worker as it was, and asks nobody who it is.
- ``prompt``: workers come to wait for tasks without having used anything shared.
"""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterable
from functools import cache
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import Abandoned, current, do, here
from autograder.explorer.families.pooled import Failed, Pooled
from autograder.explorer.insides import Insides
from autograder.explorer.machine import Machine
from autograder.explorer.operations import Op
from autograder.explorer.source import Program
from autograder.explorer.virtual import endings
from autograder.explorer.virtual.pickles import loads

LOUD, DIFFERENT, SLOW = "loud", "different", "slow"
"""Facts that an exploration can learn: tasks use shared things; workers differ; they come late."""
_WHO = frozenset("getpid current_process parent_process getppid get_native_id _identity".split())


class RemoteTraceback(Exception):  # noqa: N818 - the real name
    """Where in a worker an exception came from; it is the exception's cause."""

    def __init__(self, tb: str) -> None:
        super().__init__(tb)
        self.tb = tb

    def __str__(self) -> str:
        return self.tb


class MaybeEncodingError(Exception):
    """``multiprocessing.pool.MaybeEncodingError``: a result that could not be sent."""

    def __init__(self, exc: Any, value: Any) -> None:
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self) -> str:
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"


def work(
    name: str, initializer: Any, initargs: Iterable[Any], most: int | None, late: bool
) -> None:
    """What a worker does.

    Args:
        name: The pool's.
        initializer: Called first.
        initargs: What it is called with.
        most: After how many tasks it ends; None for never.
        late: Whether it takes the place of another.
    """
    record = current()
    machine = record.machine
    record.extras["open ends"]["pool"] = (name, "pool.lost")
    pooled: Pooled = machine.world.primitives[name].extra
    if initializer is not None and not pooled.keeper.initialized(initializer, initargs):
        return
    used = here.task.used
    if late or SLOW in machine.registry.learned:
        do("pool.ready", name)
    elif any(used):
        machine.learn(SLOW, LOUD)
    done = 0
    while most is None or done < most:
        task = do("pool.take", name)
        if task is None:
            _leave(record, pooled)
            break
        if is_quiet(machine):
            _quietly(record, name, task)
        else:
            answer = _run(record, pooled, task[3])
            do("pool.finish", name)
            post(machine, name, (None, *task[1:3], answer))
        done += 1


def _leave(record: Process, pooled: Pooled) -> None:
    """End because the pool does: at once if it was stopped, or if there is nothing left to do."""
    record.extras["open ends"].pop("pool", None)
    stopped = pooled.ending == "stopped"
    if pooled.ending and (stopped or not ("exits" in record.extras or record.children)):
        code = -15 if stopped else 0
        record.machine.world.primitives[record.key].value = code
        record.extras["joined"] = True
        record.machine.end(record, code)
        raise Abandoned


def is_quiet(machine: Machine) -> bool:
    """Whether tasks are taken to use nothing shared."""
    return not (
        machine.settings.timed or LOUD in machine.registry.learned or asks_who(machine.program)
    )


def is_alike(machine: Machine) -> bool:
    """Whether workers are taken to be alike, whatever they have done."""
    return not (DIFFERENT in machine.registry.learned or asks_who(machine.program))


def _quietly(record: Process, name: str, task: tuple[Any, ...]) -> None:
    """Run a task in one step; its result is then on its way."""
    machine = record.machine
    steps, written = machine.steps, len(record.output)
    record.extras["quiet"] = True
    pooled: Pooled = machine.world.primitives[name].extra
    number, job, part, payload = task
    answer = _run(record, pooled, payload)
    record.extras["quiet"] = False
    worked = machine.settings.measure and "slept" in record.extras
    if machine.steps != steps or record.children or worked:
        machine.learn(LOUD)
    pooled.busy.discard(record.actor)
    pooled.idle.append(record.actor)
    post(machine, name, (number, job, part, answer), printed=len(record.output) > written)


def post(machine: Machine, name: str, result: tuple[Any, ...], *, printed: bool = False) -> None:
    """Have a result handed on, in the process whose pool it is."""
    keeper = machine.world.primitives[name].extra.keeper
    parent = keeper.process
    number, job, part, _ = result
    handler = f"{parent.path}~{name}"
    if number is not None:
        handler += f"~{job}~{part}"
    kind = "pool.post" if keeper.calls_back else "pool.set"
    keeper.on_the_way[handler] = printed
    machine.world.primitives[name].extra.there += 1
    machine.add_agent(
        parent, handler, Op(kind, name, result), lambda op, _: keeper.sent(op.argument[1])
    )


def _run(record: Process, pooled: Pooled, payload: bytes) -> tuple[bool, bytes]:
    """Run a task; whether it came to a result, and that or the exception, pickled."""
    function, args, keywords = loads(payload)
    before = _look(record) if pooled.alike else None
    try:
        ok, value = True, function(*args, **keywords)
    except Exception as error:  # noqa: BLE001 - whatever a task raises
        ok, value = False, (error, f'\n"""\n{endings.told(record, error)}"""')
    if pooled.alike and _look(record) != before:
        record.machine.learn(DIFFERENT, LOUD)
    try:
        sent = pickle.dumps(value)
        return (True, sent) if ok else Failed(sent)
    except Exception as error:  # noqa: BLE001 - whatever pickling raises
        told = pooled.keeper.unsent(error, value if ok else value[0])
        return Failed(pickle.dumps((told, "")))


# --- Whether workers can be told apart --------------------------------------------------------------


def asks_who(program: Program) -> bool:
    """Whether a program asks which process it is for more than to print it."""
    return any(map(_text_asks, (*program.main.values(), *program.modules.values())))


@cache
def _text_asks(text: str) -> bool:
    return _asks(ast.parse(text))


def _asks(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
        return any(_asks(each) for each in node.args if not _only_shows(each))
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return any(each.asname and each.name in _WHO for each in node.names)
    if isinstance(node, ast.Name) and node.id in _WHO:
        return True
    if isinstance(node, ast.Attribute) and node.attr in _WHO:
        return True
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in _WHO:
        return True
    return any(_asks(each) for each in ast.iter_child_nodes(node))


def _only_shows(node: ast.AST) -> bool:
    """Whether an argument of ``print`` is text put together from what does no more than show."""
    match node:
        case ast.JoinedStr(values=parts) | ast.Tuple(elts=parts):
            return all(map(_only_shows, parts))
        case ast.FormattedValue(value=value) | ast.Attribute(value=value, attr="name" | "pid"):
            return _only_shows(value)
        case ast.BinOp(left=ast.Constant(value=str()), op=ast.Mod(), right=right):
            return _only_shows(right)
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="format"), args=parts):
            return all(map(_only_shows, parts))
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[], keywords=[]):
            return name in _WHO
        case ast.Constant() | ast.Name():
            return not (isinstance(node, ast.Name) and node.id in _WHO)
    return not _asks(node)


def _look(record: Process) -> Any:
    """What a task could leave behind in its worker, to be compared."""
    spaces = [record.main.__dict__, *(each.__dict__ for each in record.own_modules.values())]
    insides = Insides()
    seen = [
        [(name, insides.of(each)) for name, each in space.items() if name[:2] != "__"]
        for space in spaces
    ]
    if insides.unknown:
        record.machine.notes.add("pool-workers-alike")
    return seen
