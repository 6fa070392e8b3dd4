"""Small programs for the search: scripts for actors, made up by chance from a menu of all operations."""

from __future__ import annotations

import random

from autograder.explorer.families import family as family_of
from autograder.explorer.families.disk import FOLDER
from autograder.explorer.operations import Op, Primitive
from tests.autograder.explorer.scripted import Script


def primitives(scripts: list[Script] | None = None) -> dict[str, Primitive]:
    """One or two of each family, fresh; of a channel, as many ends are open as scripts use."""

    def ends(name: str, *kinds: str) -> int:
        uses = [{op.kind for op in script if op.object == name} for script in scripts or ()]
        return max(1, sum(not used.isdisjoint(kinds) for used in uses))

    def channel(name: str, limit: int) -> Primitive:
        writers = ends(name, "channel.send", "channel.close-writer")
        readers = ends(
            name, "channel.recv", "channel.try-recv", "channel.poll", "channel.close-reader"
        )
        return Primitive("channel", [[], writers, readers, 0], limit=limit)

    guard, other_guard = Primitive("rlock"), Primitive("lock")
    content = Primitive("file", b"")
    return {
        "x": Primitive("cell", 0),
        "y": Primitive("cell", 0),
        "list": Primitive("cell", [3, 1, 2]),
        "guard": guard,
        "guarded": Primitive("cell", 0, guard=guard, guard_name="guard"),
        "latch": other_guard,
        "latched": Primitive("cell", 0, guard=other_guard, guard_name="latch"),
        "lock": Primitive("lock"),
        "rlock": Primitive("rlock"),
        "sem": Primitive("bounded", 1, limit=1),
        "many": Primitive("semaphore", 1),
        "two": Primitive("semaphore", 2),
        "none": Primitive("semaphore", 0),
        "event": Primitive("event", [False, set(), set()]),
        "condition": Primitive("condition", [0, 0, 0]),
        "barrier": Primitive("barrier", ["filling", 0], limit=2),
        "pipe": channel("pipe", 64),
        "box": channel("box", 3),
        "tasks": Primitive("tasks", 0),
        "server": Primitive("server", "up"),
        "store": Primitive("store", [[], 0]),
        "shelf": Primitive("store", [[], 0], limit=1),
        "job": Primitive("job", {}, limit=2),
        "disk": Primitive("disk", {"/": FOLDER, "/a": "content", "/d": FOLDER}),
        "content": content,
        "position": Primitive("file", 0, guard=content, guard_name="content"),
        "child": Primitive("process", "new"),
    }


_LOCKING = ("acquire", "release", "try", "look")
_PIPING = ("recv", "try-recv", "poll", "close-writer", "close-reader")
_BARRIER = ("enter", "reset", "abort", "look")
MENU = [
    *(Op("cell.read", name) for name in ("x", "y", "guarded", "latched")),
    *(Op("cell.write", name, "seen") for name in ("x", "y", "guarded", "latched")),
    *(Op("cell.call", "list", (method, (), {})) for method in ("sort", "pop", "copy", "reverse")),
    *(Op(f"lock.{kind}", name) for kind in _LOCKING for name in ("lock", "latch")),
    *(Op(f"rlock.{kind}", name) for kind in _LOCKING for name in ("rlock", "guard")),
    *(Op(f"bounded.{kind}", "sem") for kind in _LOCKING),
    *(Op(f"semaphore.{kind}", name) for name in ("many", "two") for kind in _LOCKING),
    *(Op(f"event.{kind}", "event") for kind in ("wait", "set", "clear", "is-set")),
    Op("event.wait", "event", "tired"),
    *(Op("condition.sleep", "condition", tired) for tired in (None, "tired")),
    *(Op("condition.notify", "condition", called) for called in (1, 2)),
    *(Op(f"barrier.{kind}", "barrier") for kind in _BARRIER),
    *(Op("barrier.enter", "barrier", how) for how in ("tired", "acts", "fails")),
    *(Op("channel.send", name, "seen") for name in ("pipe", "box")),
    *(Op(f"channel.{kind}", name) for name in ("pipe", "box") for kind in _PIPING),
    *(Op(f"tasks.{kind}", "tasks") for kind in ("add", "done", "take", "look", "wait")),
    *(Op(f"server.{kind}", "server") for kind in ("pass", "stop")),
    *(
        Op(f"store.{kind}", name, "seen")
        for name in ("store", "shelf")
        for kind in ("put", "try-put")
    ),
    *(
        Op(f"store.{kind}", name)
        for name in ("store", "shelf")
        for kind in ("get", "try-get", "done", "join", "look")
    ),
    *(Op("job.finish", "job", (part, "done")) for part in (0, 1)),
    *(Op(f"job.{kind}", "job") for kind in ("wait", "look")),
    *(Op("disk.look", "disk", path) for path in ("/a", "/d")),
    *(Op("disk.list", "disk", path) for path in ("/", "/d")),
    *(Op("disk.create", "disk", (path, "new")) for path in ("/a", "/d/b", "/c")),
    *(Op("disk.remove", "disk", path) for path in ("/a", "/d/b")),
    *(Op(f"disk.{kind}", "disk", "/d") for kind in ("make", "unmake")),
    *(Op("disk.move", "disk", paths) for paths in (("/a", "/d/b"), ("/d/b", "/c"))),
    Op("file.read", "content", (0, None)),
    *(
        Op("file.write", "content", (at, data))
        for at, data in ((0, b"ab"), (None, b"c"), (1, b"d"))
    ),
    Op("file.cut", "content", 0),
    Op("file.cut", "content", 3),
    Op("file.read-on", "position", None),
    Op("file.write-on", "position", b"on"),
    Op("file.seek", "position", (0, 2)),
    Op("process.start", "child"),
    Op("process.exit", "child", 0),
    Op("process.die", "child", -15),
    Op("process.signal", "child"),
    Op("process.join", "child"),
    Op("process.look", "child"),
]


def generated(seed: int, family: str = "") -> list[Script]:
    """Two or three scripts that meet at few objects, so that their order is likely to matter.

    With `family`, they meet at one object of that family and, perhaps, at a shared value.
    """
    rng = random.Random(seed)
    count = rng.choice((2, 2, 3))
    things = primitives()
    known = sorted(
        {op.object for op in MENU if family in ("", things[op.object].family, family_of(op.kind))}
    )
    objects = rng.sample(known, 1 if family else rng.choice((1, 2)))
    if "guarded" in objects or "latched" in objects:
        objects.append("guard" if "guarded" in objects else "latch")
    if family in ("lock", "rlock") and rng.random() < 0.3:
        objects += ["guarded", "guard"] if family == "rlock" else ["latched", "latch"]
    objects += ["content"] if "position" in objects else []
    objects += ["x"] if family and rng.random() < 0.5 else []
    menu = [op for op in MENU if op.object in objects]
    length = 4 if count == 2 else 3
    scripts = [[rng.choice(menu) for _ in range(rng.randint(1, length))] for _ in range(count)]
    return [_closing_last(script) for script in scripts]


_LED_TO = {
    "event.wake": Op("event.wait", "event"),
    "event.give-up": Op("event.wait", "event", "tired"),
    "event.awake": Op("event.set", "event"),
    "condition.wake": Op("condition.sleep", "condition"),
    "condition.give-up": Op("condition.sleep", "condition", "tired"),
    "condition.counted": Op("condition.notify", "condition", 1),
    "barrier.pass": Op("barrier.enter", "barrier"),
    "barrier.give-up": Op("barrier.enter", "barrier", "tired"),
    "barrier.release": Op("barrier.enter", "barrier", "acts"),
    "barrier.fail": Op("barrier.enter", "barrier", "fails"),
    "lock.pass": Op("cell.read", "latched"),
    "rlock.pass": Op("cell.read", "guarded"),
}
"""Of kinds that no script begins with: the operation that leads to them."""

_MAKING = ("disk.create", "disk.remove", "disk.make", "disk.unmake", "disk.move")
_COUNTS_AS = {
    "disk.point": _MAKING,
    "disk.enter": _MAKING,
}
"""Of kinds that others count as: those others."""


def meeting(seed: int, row: tuple[str, str]) -> list[Script]:
    """Scripts in two of which the two kinds of a row stand, among others on the same object."""
    rng = random.Random(seed)

    def standing_for(kind: str) -> list[Op]:
        led = _LED_TO.get(kind)
        kinds = _COUNTS_AS.get(kind, (kind,))
        return [op for op in MENU if op.kind in kinds] if led is None else [led]

    pairs = [
        (one, other)
        for one in standing_for(row[0])
        for other in standing_for(row[1])
        if _meeting_place(one) == _meeting_place(other)
    ]
    pair = rng.choice(pairs)
    objects = {op.object for op in pair} | ({"x"} if rng.random() < 0.3 else set())
    menu = [op for op in MENU if op.object in objects]
    count = rng.choice((2, 2, 3))
    length = 3 if count == 2 else 2
    scripts = [[rng.choice(menu) for _ in range(rng.randint(0, length))] for _ in range(count)]
    for script, op in zip(scripts, pair, strict=False):
        script.insert(rng.randint(0, len(script)), op)
    return [_closing_last(script) for script in scripts]


WITNESSES: dict[tuple[str, str], list[Script]] = {
    ("channel.begin", "channel.send"): [
        [Op("channel.begin", "pipe", b"long"), Op("channel.send", "pipe", "seen")],
        [Op("channel.send", "pipe", "seen")],
    ],
    ("event.set", "event.set"): [
        [Op("event.set", "event")],
        [Op("event.set", "event")],
        [Op("event.wait", "event")],
    ],
    ("file.seek", "file.seek"): [
        [Op("file.write", "content", (0, b"ab")), Op("file.read-on", "position", 1)],
        [Op("file.read-on", "position", 1)],
    ],
    ("semaphore.release", "semaphore.release"): [
        [Op("cell.write", "x", "seen"), Op("semaphore.release", "none")],
        [Op("semaphore.release", "none")],
        [Op("semaphore.acquire", "none"), Op("cell.read", "x")],
    ],
}
"""For rows that chance seldom hits: scripts that need them."""


def _meeting_place(op: Op) -> str:
    return {"latched": "latch", "guarded": "guard"}.get(op.object, op.object)


_ENDS = {
    "channel.close-writer": {"channel.close-writer", "channel.send"},
    "channel.close-reader": {
        "channel.close-reader",
        "channel.recv",
        "channel.try-recv",
        "channel.poll",
    },
}


def _closing_last(script: Script) -> Script:
    """The script without what it does to an end of a channel that it has closed."""
    kept: Script = []
    for op in script:
        closed = {each.kind for each in kept if each.object == op.object}
        if not any(end in closed and op.kind in kinds for end, kinds in _ENDS.items()):
            kept.append(op)
    return kept
