"""Every family of shared things and every kind of operation on them.

To add a kind, answer for it in its family's table; to add a family, write its table and name it here.
"""

from __future__ import annotations

from collections.abc import Mapping

from autograder.explorer.families import (
    anyof,
    barrier,
    cell,
    channel,
    condition,
    disk,
    event,
    file,
    job,
    local,
    lock,
    names,
    pool,
    process,
    semaphore,
    server,
    store,
    tasks,
)
from autograder.explorer.operations import Kind

KINDS: Mapping[str, Kind] = {
    **cell.KINDS,
    **lock.KINDS,
    **lock.RECURSIVE_KINDS,
    **semaphore.KINDS,
    **event.KINDS,
    **condition.KINDS,
    **barrier.KINDS,
    **channel.KINDS,
    **tasks.KINDS,
    **disk.KINDS,
    **file.KINDS,
    **job.KINDS,
    **process.KINDS,
    **local.KINDS,
    **names.KINDS,
    **anyof.KINDS,
    **pool.KINDS,
    **server.KINDS,
    **store.KINDS,
}
"""Every kind of operation by name."""

POSSIBLE = {name: kind.enabled for name, kind in KINDS.items()}
"""When each is possible; None for always."""

THREADS = frozenset(
    {
        ("barrier.enter", "barrier.pass"),
        ("call.heard", "call.made"),
        ("channel.close-writer", "channel.end"),
        ("channel.make-room", "channel.need-room"),
        ("condition.wake", "condition.wake"),
        ("feeder.changed", "feeder.pass"),
        ("feeder.drained", "feeder.fed"),
        ("feeder.fed", "feeder.mutated"),
        ("job.finish", "job.wait"),
        ("message.put", "message.take"),
        ("token.give", "token.take"),
        ("watched.change", "watched.change"),
    }
)
"""What leads from one operation to the one that it makes possible: a call to the sleeper who hears it,
a message to who takes it. Of the rest both orders are tried: room
made in a pipe for who needs some, two sleepers for whom there is one call, two changes to what a rule
watches."""

NOT_THEMSELVES = frozenset(
    """
    cell.call channel.flush channel.taken channel.ready feeder.drained any.wait any.look
    local.begin local.sleep local.print local.put names.find names.drop
    disk.look disk.list disk.create disk.make disk.remove
    disk.unmake disk.move file.read-on file.write-on file.seek
    server.begin server.hello store.try-get job.next job.try-next
    pool.put pool.take pool.ready
    pool.finish pool.set pool.post pool.receive pool.join pool.stop pool.lost pool.hire
    pool.see-off pool.leave pool.cancel pool.break
    """.split()
)
"""Kinds that have no rows of their own: they count as others do, or nobody sees them."""

Row = tuple[str, str]
"""Two kinds of one family, in alphabetical order."""


def family(kind: str) -> str:
    """The family that `kind` belongs to.

    >>> family("lock.acquire")
    'lock'
    """
    return kind.partition(".")[0]


def rows() -> frozenset[Row]:
    """The dependency relation, row by row: two kinds of a family whose order matters.

    >>> ("cell.read", "cell.write") in rows(), ("cell.read", "cell.read") in rows()
    (True, False)
    """
    own = [kind for kind in KINDS if kind not in NOT_THEMSELVES]
    return (
        disk.ROWS
        | file.ROWS
        | frozenset(
            (one, other)
            for one in own
            for other in own
            if one <= other
            and family(one) == family(other)
            and not (other in KINDS[one].commutes and one in KINDS[other].commutes)
        )
    )
