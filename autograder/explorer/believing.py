"""What is told of operations and cannot be worked out, held against what must be so in any case.

Of a pool, its jobs and of waiting for any of several things it is told what operations are to others,
and who can do them; so it is of the steps that come before or after the pickling of a message. What is
told must at least have the form that the families' tables give it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autograder.explorer.families import KINDS, POSSIBLE
from autograder.explorer.operations import Access, Actor, Op
from autograder.explorer.records import Told
from autograder.explorer.telltale import BELIEVED_KINDS
from autograder.explorer.world import WATCHED, World

_LATE = frozenset({"feeder.pass", "feeder.mutated"})
"""What a step may be told to be to messages that are on their way."""
_SENDING = _LATE | {"feeder.unchanged", "feeder.changed", "feeder.says"}
_ASKED_BEFORE = 2
"""How often who is said to wait must have asked the same before."""
_USES = (("", "server.pass"),)
_QUEUES = (("", "server.pass"), (" order", "cell.write"))
_STOPS = (("", "server.stop"),)
_LEAST = {
    "pool.put": (*_USES, (" tasks", "cell.write")),
    "pool.take": _USES,
    "pool.ready": _QUEUES,
    "pool.finish": _QUEUES,
    "pool.lost": (*_QUEUES, (" there", "call.made")),
    "pool.hire": _QUEUES,
    "pool.set": (*_USES, (" there", "call.made")),
    "pool.post": _USES,
    "pool.receive": _USES,
    "pool.join": (*_USES, ("!", "call.heard")),
    "pool.stop": _STOPS,
    "pool.cancel": _STOPS,
    "pool.break": _STOPS,
    "pool.leave": ((" there", "call.made"),),
    "pool.see-off": ((" there", "call.heard"),),
    "job.wait": (("", "job.wait"),),
    "job.look": (("", "job.look"),),
    "job.try-next": (("", "job.look"),),
}
"""What an operation is in any state: to which object, by the end of its name, and as what."""
_ONE_OF = {
    "pool.take": frozenset({"store.get", "process.look"}),
    "pool.post": frozenset({"message.put", "call.made"}),
    "pool.receive": frozenset({"message.take", "call.made"}),
    "job.next": frozenset({"message.take"}),
    "any.wait": frozenset({"channel.poll", "process.look", "job.look"}),
    "any.look": frozenset({"channel.poll", "process.look", "job.look"}),
}
"""What it is besides, as one of these, to some object."""


class ForgedError(Exception):
    """What was told cannot be true; the arguments: in which way, and a few words on it."""


class ToldWorld(World):
    """The world of an execution that was told: some of what operations are has to be believed."""

    __slots__ = ("believed",)

    def __init__(self, watched: frozenset[str]) -> None:
        super().__init__({})
        self.watched = watched
        self.believed: dict[Actor, tuple[Access, ...]] = {}

    def accesses(self, actor: Actor, op: Op) -> tuple[Access, ...]:
        """What `op` would be to which objects if `actor` did it now."""
        found = self.believed.get(actor)
        return super().accesses(actor, op) if found is None else found

    def enabled(self, actor: Actor, op: Op) -> bool:
        """Whether `actor` might do `op` now; of what has to be believed, nobody here could say that not."""
        return op.kind in BELIEVED_KINDS or self.can_be(actor, op)

    def believe(self, pending: dict[Actor, Op], told: Iterable[Told]) -> None:
        """Take what is told for what those operations are.

        Raises:
            ForgedError: if they cannot be that, or if one is told nothing of that should be.
        """
        self.believed.clear()
        for each in told:
            op = pending[each.actor]
            said = tuple(
                Access(name, kind, frozenset(spares)) for name, kind, spares in each.accesses
            )
            if op.kind in BELIEVED_KINDS:
                fits = self._has_its_form(op, said)
            else:
                fits = self._adds_only_pickling(op, said, super().accesses(each.actor, op))
            if not fits:
                raise ForgedError("contradicts", op.kind)
            self.believed[each.actor] = said
        for actor, op in pending.items():
            if op.kind in BELIEVED_KINDS and actor not in self.believed:
                raise ForgedError("missing", op.kind)

    def _has_its_form(self, op: Op, said: Sequence[Access]) -> bool:
        found = {(each.object, each.kind) for each in said}
        needs = {(f"{op.object}{end}", kind) for end, kind in _LEAST.get(op.kind, ())}
        one_of = _ONE_OF.get(op.kind)
        watched = KINDS[op.kind].changes and any(each.object in self.watched for each in said)
        return (
            needs <= found
            and (one_of is None or any(each.kind in one_of for each in said))
            and (WATCHED in said or not watched)
        )

    @staticmethod
    def _adds_only_pickling(op: Op, said: Sequence[Access], known: Sequence[Access]) -> bool:
        allowed = _SENDING if op.kind == "channel.flush" else _LATE
        more = [each for each in said if each not in known]
        return all(each in said for each in known) and all(
            each.kind in allowed and not each.spares for each in more
        )

    def check(
        self,
        pending: dict[Actor, Op],
        able: Sequence[Actor],
        done: Sequence[tuple[Actor, Op]],
        *,
        given_up: bool,
    ) -> None:
        """Hold who is said to be able to move against the state of things.

        Args:
            pending: Who stands before what.
            able: Who is said to be able to move.
            done: What was done so far: who can move and is said not to must have asked in vain.
            given_up: Whether the execution is said to be given up here. That nobody moves any more is
                believed then: the execution is noted as too long, and so the program cannot pass.

        Raises:
            ForgedError: if it is otherwise.
        """
        for actor in able:
            if pending[actor].kind not in BELIEVED_KINDS and not self.can_be(actor, pending[actor]):
                raise ForgedError("contradicts", pending[actor].kind)
        if {*able} == pending.keys() or (given_up and not able):
            return
        for actor, op in pending.items():
            if actor in able or op.kind in BELIEVED_KINDS or not self.can_be(actor, op):
                continue
            asked = [each for who, each in done if who == actor and each[:2] == op[:2]]
            if len(asked) < _ASKED_BEFORE:
                raise ForgedError("contradicts", op.kind)

    def can_be(self, actor: Actor, op: Op) -> bool:
        """Whether `actor` could do `op` now."""
        possible = POSSIBLE[op.kind]
        return possible is None or possible(self.primitives[op.object], actor, op.argument)
