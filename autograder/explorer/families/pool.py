"""A pool: tasks that wait for a worker, and workers that wait for a task.

``value`` holds the tasks that nobody has taken, each as ``(job, part, payload)``; ``depth`` counts
those that were taken, and ``limit`` the workers. ``extra`` is a :class:`~autograder.explorer.families.pooled.Pooled`.

No kind here has rows of its own. What the pool's parts are to each other is said in terms of other
families: taking turns is taking out of a store, a task and its taker are a message put and
taken, any use of a pool and its end are those of a server.
"""

from __future__ import annotations

from typing import Any

from autograder.explorer.families.local import nothing
from autograder.explorer.families.pooled import CANCELLED, TAKEN_BACK, Pooled, deliver
from autograder.explorer.operations import NONE, Access, Actor, Kind, Primitive

_TAKE = frozenset({"message.take"})
_HEARD = frozenset({"call.heard"})
_WAIT = frozenset({"job.wait"})
_TURN = frozenset({"store.get"})


def _gone(pool: Primitive) -> bool:
    return bool(pool.extra.ending) or isinstance(pool.extra.owner.value, int)


def _can_take(pool: Primitive, actor: Actor, _argument: Any) -> bool:
    # Of those that are alike only the first may take a task: what another would make of it is the
    # same with the names of the two exchanged.
    pooled: Pooled = pool.extra
    if _gone(pool):
        return actor not in pooled.doomed
    return bool(pool.value) and (actor in pooled.known or pooled.idle[:1] == [actor])


def _take(pool: Primitive, actor: Actor, _argument: Any) -> Any:
    """The number of the task taken and the task; None if there will be no more."""
    pooled: Pooled = pool.extra
    if actor in pooled.idle:
        pooled.idle.remove(actor)
    if _gone(pool):
        pooled.there -= 1
        return None
    pool.depth += 1
    pooled.busy.add(actor)
    return (pool.depth - 1, *pool.value.pop(0))


def _takes(pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    if _gone(pool):
        return (
            Access(pool.extra.owner_name, "process.look"),
            Access(name, "server.pass"),
            Access(f"{name} there", "call.made", _HEARD),
            # One that can be told from the others could have taken a task in place of any of them.
            *(() if pool.extra.alike else (Access(f"{name} turn", "store.look"),)),
        )
    # Those that are alike take turns in a fixed order.
    turn = _TURN if pool.extra.alike else NONE
    return (
        Access(f"{name} turn", "store.get", turn),
        Access(f"{name}#{pool.depth}", "message.take"),
        Access(name, "server.pass"),
    )


def _put(pool: Primitive, _actor: Actor, argument: Any) -> None:
    """Hand in a job, with its tasks."""
    job, tasks = argument
    pool.value.extend(tasks)
    if len(pool.extra.jobs[job].value) < pool.extra.jobs[job].limit:
        pool.extra.left += 1


def _puts(pool: Primitive, name: str, _actor: Actor, argument: Any) -> tuple[Access, ...]:
    first = pool.depth + len(pool.value)
    numbers = range(first, first + len(argument[1]))
    tasks = [Access(f"{name}#{number}", "message.put", _TAKE) for number in numbers]
    return (Access(f"{name} tasks", "cell.write"), Access(name, "server.pass"), *tasks)


def _ready(pool: Primitive, actor: Actor, _argument: Any) -> None:
    """Wait for a task."""
    pool.extra.idle.append(actor)


def _finish(pool: Primitive, actor: Actor, argument: Any) -> None:
    """Be done with a task, and wait for the next."""
    pool.extra.finished += 1
    pool.extra.busy.discard(actor)
    if pool.extra.alike:
        _ready(pool, actor, argument)
    else:
        pool.extra.known.add(actor)


def _waits(_pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(f"{name} order", "cell.write"), Access(name, "server.pass"))


def _in_time(pool: Primitive, _actor: Actor, argument: Any) -> bool:
    """A task begins when enough of those before it are finished; it cannot be finished sooner."""
    number = argument[0]
    return (
        number is None
        or pool.extra.ending == "stopped"
        or bool(pool.extra.finished > number - pool.limit)
    )


def _set(pool: Primitive, _actor: Actor, argument: Any) -> None:
    """Let a part of a job have its answer."""
    number, job_name, part, answer = argument
    pooled: Pooled = pool.extra
    job = pooled.jobs[job_name]
    pooled.there -= 1
    if pooled.ending == "stopped":
        return  # too late
    if number is not None:
        pooled.finished += 1
    if deliver(job, part, answer):
        pooled.left -= 1


def _sets(pool: Primitive, name: str, _actor: Actor, argument: Any) -> tuple[Access, ...]:
    _, job_name, part, answer = argument
    pooled: Pooled = pool.extra
    job = pooled.jobs[job_name]
    found = [Access(name, "server.pass"), Access(f"{name} there", "call.made", _HEARD)]
    if pooled.ending == "stopped":
        return tuple(found)
    last = len(job.value) + 1 == job.limit
    found.append(Access(job_name, "job.finish", _WAIT))
    if job.extra == "unordered":
        found.append(Access(f"{job_name} order", "cell.write"))
        found.append(Access(f"{job_name}#{len(job.value)}", "message.put", _TAKE))
    elif job.extra == "ordered":
        found.append(Access(f"{job_name}#{part}", "message.put", _TAKE))
    elif not answer[0]:
        found.append(Access(f"{job_name} failure", "cell.write"))
    if last and pooled.left == 1:
        found.append(Access(f"{name}!", "call.made", _HEARD))
    return tuple(found)


def _post(pool: Primitive, _actor: Actor, argument: Any) -> None:
    """Send a result to the thread that runs callbacks."""
    if pool.extra.ending == "stopped":
        pool.extra.there -= 1
        return
    if argument[0] is not None:
        pool.extra.finished += 1
    pool.extra.posted.append(argument)


def _posts(pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    if pool.extra.ending == "stopped":
        return (Access(name, "server.pass"), Access(f"{name} there", "call.made", _HEARD))
    number = pool.extra.received + len(pool.extra.posted)
    return (
        Access(name, "server.pass"),
        Access(f"{name} order", "cell.write"),
        Access(f"{name}:{number}", "message.put", _TAKE),
    )


def _some_posted(pool: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(pool.extra.posted or pool.extra.ending)


def _receive(pool: Primitive, _actor: Actor, _argument: Any) -> Any:
    """The next result; None if no more are to be handed on."""
    pooled: Pooled = pool.extra
    if pooled.ending == "stopped" or not pooled.posted:
        pooled.there -= 1
        return None
    pool.extra.received += 1
    return pool.extra.posted.pop(0)


def _receives(pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    if pool.extra.ending == "stopped" or not pool.extra.posted:
        return (Access(name, "server.pass"), Access(f"{name} there", "call.made", _HEARD))
    return (Access(name, "server.pass"), Access(f"{name}:{pool.extra.received}", "message.take"))


def _all_done(pool: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(pool.extra.left == 0)


def _close(pool: Primitive, _actor: Actor, _argument: Any) -> None:
    pool.extra.ending = "joined"


def _joins(_pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "server.pass"), Access(f"{name}!", "call.heard"))


def _stop(pool: Primitive, _actor: Actor, _argument: Any) -> None:
    pooled: Pooled = pool.extra
    pool.value.clear()
    pooled.ending = "stopped"
    pooled.there -= len(pooled.posted)
    pooled.posted.clear()


def _stops(_pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "server.stop"),)


def _lose(pool: Primitive, actor: Actor, _argument: Any) -> None:
    """A worker has ended; what it was doing is never finished."""
    pooled: Pooled = pool.extra
    pooled.there -= 1
    if actor in pooled.idle:
        pooled.idle.remove(actor)
    if actor in pooled.busy:
        pooled.busy.remove(actor)
        pooled.finished += 1  # in a way: others need no longer wait for it to end
    if not pooled.ending:
        pooled.keeper.lost()


def _loses(pool: Primitive, name: str, actor: Actor, argument: Any) -> tuple[Access, ...]:
    return (*_waits(pool, name, actor, argument), Access(f"{name} there", "call.made", _HEARD))


def _leave(pool: Primitive, _actor: Actor, _argument: Any) -> None:
    """A callback has run."""
    pool.extra.there -= 1


def _leaves(_pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(f"{name} there", "call.made", _HEARD),)


def _cancel(pool: Primitive, _actor: Actor, argument: str) -> bool:
    """Take a job back if nobody has begun with it; whether it is."""
    pooled: Pooled = pool.extra
    kept = [each for each in pool.value if each[0] != argument]
    if len(kept) == len(pool.value):
        return pooled.jobs[argument].owner == TAKEN_BACK
    pool.value[:] = kept
    deliver(pooled.jobs[argument], 0, CANCELLED)
    pooled.jobs[argument].owner = TAKEN_BACK
    pooled.left -= 1
    return True


def _cancels(_pool: Primitive, name: str, _actor: Actor, argument: str) -> tuple[Access, ...]:
    # Whoever takes or hands in a task, and whoever waits for this one, is concerned.
    return (Access(name, "server.stop"), Access(argument, "job.finish"))


def _break(pool: Primitive, _actor: Actor, argument: Any) -> None:
    """Of all jobs that are not done, let the answer be `argument`."""
    pooled: Pooled = pool.extra
    pool.value.clear()
    pooled.ending = "stopped"
    pooled.left = 0
    for job in pooled.jobs.values():
        for part in range(job.limit):
            job.value.setdefault(part, argument)


def _breaks(pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    undone = [key for key, job in pool.extra.jobs.items() if len(job.value) < job.limit]
    concerned = [Access(job, "job.finish", _WAIT) for job in undone]
    return (Access(name, "server.stop"), Access(f"{name}!", "call.made", _HEARD), *concerned)


def _nobody_there(pool: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(pool.extra.there == 0)


def _sees_off(_pool: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(f"{name} there", "call.heard"),)


KINDS = {
    "pool.put": Kind(_put, accesses=_puts),
    "pool.take": Kind(_take, _can_take, accesses=_takes),
    "pool.ready": Kind(_ready, accesses=_waits),
    "pool.finish": Kind(_finish, accesses=_waits),
    "pool.set": Kind(_set, _in_time, accesses=_sets),
    "pool.post": Kind(_post, _in_time, accesses=_posts),
    "pool.receive": Kind(_receive, _some_posted, accesses=_receives),
    "pool.join": Kind(_close, _all_done, accesses=_joins),
    "pool.stop": Kind(_stop, accesses=_stops),
    "pool.lost": Kind(_lose, accesses=_loses),
    "pool.leave": Kind(_leave, accesses=_leaves),
    "pool.cancel": Kind(_cancel, accesses=_cancels),
    "pool.break": Kind(_break, accesses=_breaks),
    "pool.see-off": Kind(nothing, _nobody_there, accesses=_sees_off),
    "pool.hire": Kind(nothing, accesses=_waits),
}
