"""A channel: one direction of a pipe, or what a queue's feeders write to.

``value`` is ``[messages, writing ends open, reading ends open, bytes on their way]``; ``limit`` is
how many bytes fit, ``depth`` how many messages were received. A message is bytes. With no writing
end left, a reader of an empty channel sees its end; with no reading end left, a writer sees a broken
pipe.

A long message is written in parts. ``extra`` holds who has begun one: whoever sends into the midst of it
mixes the bytes, and nothing that is received from then on is what was sent.

Who receives a message depends on who sent that very message, and on who else receives; not on what
was sent later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from autograder.explorer.families.local import nothing
from autograder.explorer.operations import Access, Actor, Error, Kind, Primitive

_TAKE = frozenset({"message.take"})
_END = frozenset({"channel.end"})
_DRAINED = frozenset({"feeder.drained"})


def _has_room(channel: Primitive, _actor: Actor, argument: Any) -> bool:
    """An empty pipe takes a part of any message; the rest follows as it is read (``taken``)."""
    messages, _, readers, size = channel.value
    return not messages or readers <= 0 or size + len(argument) <= channel.limit


_MIXED = Error("UnpicklingError", "pickle data was truncated")
"""What arrives where two wrote at once: bytes, and no message."""


@dataclass(slots=True)
class _Parts:
    """Who has begun a message and not ended it, and whether anybody wrote into the midst of one."""

    begun: set[Actor] = field(default_factory=set)
    mixed: bool = False


def _begin(channel: Primitive, actor: Actor, _argument: Any) -> None:
    parts = channel.extra = channel.extra or _Parts()
    parts.mixed = parts.mixed or bool(parts.begun)
    parts.begun.add(actor)


def _send(channel: Primitive, actor: Actor, argument: Any) -> Error | int:
    """The number of the message."""
    messages, _, readers, _ = channel.value
    if readers <= 0:
        return Error("BrokenPipeError", "[Errno 32] Broken pipe")
    if channel.extra is not None:
        channel.extra.begun.discard(actor)
        channel.extra.mixed = channel.extra.mixed or bool(channel.extra.begun)
        argument = _MIXED if channel.extra.mixed else argument
    messages.append(argument)
    channel.value[3] += len(argument)
    return channel.depth + len(messages) - 1


def _was_taken(channel: Primitive, _actor: Actor, argument: int) -> bool:
    return channel.depth > argument or channel.value[2] <= 0


def _broken_off(channel: Primitive, _actor: Actor, argument: int) -> Error | None:
    """The rest of a message that nobody will read any more."""
    if channel.depth > argument:
        return None
    return Error("BrokenPipeError", "[Errno 32] Broken pipe")


def _has_some(channel: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(channel.value[0]) or channel.value[1] <= 0


def _recv(channel: Primitive, _actor: Actor, _argument: Any) -> Any:
    if not channel.value[0]:
        return Error("EOFError")
    message = channel.value[0].pop(0)
    channel.value[3] -= len(message)
    channel.depth += 1
    return message


def _try_recv(channel: Primitive, actor: Actor, _argument: Any) -> Any:
    """The next message; None if there is none yet."""
    return _recv(channel, actor, None) if _has_some(channel, actor, None) else None


def _close_writer(channel: Primitive, _actor: Actor, _argument: Any) -> None:
    channel.value[1] -= 1


def _close_reader(channel: Primitive, _actor: Actor, _argument: Any) -> None:
    channel.value[2] -= 1


def _is_drained(feeder: Primitive, _actor: Actor, _argument: Any) -> bool:
    return bool(feeder.value == 0)


def _spares_end(_channel: Primitive) -> frozenset[str]:
    return _END


def _awaits_taking(
    _channel: Primitive, name: str, _actor: Actor, argument: int
) -> tuple[Access, ...]:
    return (Access(name, "channel.need-room"), Access(f"{name}#{argument}", "message.taken"))


def _begins(_channel: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "channel.begin"), Access(name, "channel.need-room"))


def _flushes(channel: Primitive, name: str, actor: Actor, argument: Any) -> tuple[Access, ...]:
    fed = Access(argument.feeder, "feeder.fed", _DRAINED)
    return (*_sends(channel, name, actor, argument), fed, *argument.pickling())


def _sends(channel: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    first = (Access(name, "channel.send"), Access(name, "channel.need-room"))
    if channel.value[2] <= 0:
        return first
    newest = channel.depth + len(channel.value[0])
    return (*first, Access(f"{name}#{newest}", "message.put", _TAKE))


def _receives(channel: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    messages, writers, _, _ = channel.value
    if not messages and writers <= 0:
        return (Access(name, "channel.recv"), Access(name, "channel.end"))
    first = (Access(name, "channel.recv"), Access(f"{name}#{channel.depth}", "message.take"))
    # A reader in want of a message would go on, too, if the channel came to its end.
    last = _makes_room(channel, name) if messages else (Access(name, "channel.end"),)
    return (*first, *last)


def _tries(channel: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "channel.try-recv"), *_makes_room(channel, name))


def _closes(channel: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "channel.close-reader"), *_makes_room(channel, name))


def _waits(_channel: Primitive, name: str, _actor: Actor, _argument: Any) -> tuple[Access, ...]:
    return (Access(name, "channel.poll"),)


def _makes_room(channel: Primitive, name: str) -> tuple[Access, ...]:
    """While little is on its way, nobody waits for room, and receiving is no news to who sends."""
    crowded = channel.value[3] > channel.limit // 8
    return (Access(name, "channel.make-room"),) if crowded else ()


KINDS = {
    "channel.begin": Kind(
        _begin,
        _has_room,
        commutes=frozenset(
            {
                "channel.begin",
                "channel.close-reader",
                "channel.close-writer",
                "channel.poll",
                "channel.recv",
                "channel.try-recv",
            }
        ),
        accesses=_begins,
    ),
    "channel.send": Kind(
        _send,
        _has_room,
        commutes=frozenset({"channel.recv", "channel.close-writer"}),
        accesses=_sends,
    ),
    "channel.flush": Kind(_send, _has_room, accesses=_flushes),
    "channel.taken": Kind(_broken_off, _was_taken, accesses=_awaits_taking),
    "channel.ready": Kind(nothing, _has_some, accesses=_waits),
    "channel.recv": Kind(
        _recv,
        _has_some,
        commutes=frozenset(
            {"channel.begin", "channel.send", "channel.close-writer", "channel.close-reader"}
        ),
        accesses=_receives,
    ),
    "channel.try-recv": Kind(
        _try_recv,
        commutes=frozenset({"channel.begin", "channel.close-reader"}),
        accesses=_tries,
    ),
    "channel.poll": Kind(
        _has_some,
        commutes=frozenset({"channel.begin", "channel.poll", "channel.close-reader"}),
        changes=False,
    ),
    "channel.close-writer": Kind(
        _close_writer,
        commutes=frozenset(
            {
                "channel.begin",
                "channel.close-writer",
                "channel.close-reader",
                "channel.send",
                "channel.recv",
            }
        ),
        spares=_spares_end,
    ),
    "channel.close-reader": Kind(
        _close_reader,
        commutes=frozenset(
            {
                "channel.begin",
                "channel.close-writer",
                "channel.close-reader",
                "channel.recv",
                "channel.try-recv",
                "channel.poll",
            }
        ),
        accesses=_closes,
    ),
    "feeder.drained": Kind(nothing, _is_drained),
}
"""``feeder`` is what counts the things that a process has put and that its feeder has yet to send."""
