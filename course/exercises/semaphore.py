"""Lesson 07: rooms that are shared by just as many as there are, given back whatever happens, opened by a signal.

All three are judged over every interleaving of small scenarios. Who sleeps is in a room; what was
answered is read from what a scenario's own lines print, never from what the learner's lines do.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.explorer.conditions import AtEnd, AtOnce, Condition, View
from autograder.scenario import Interleaved, Scenario

PEOPLE = ("egon", "jason", "tank", "alex")
"""The notes' cast; more than four would show nothing new."""


# --- ktv ----------------------------------------------------------------------------------------

EVENING = """
import os
from time import sleep


def sing(person):
    print(f"{{person}}: {{os.getpid()}}")
    sleep(3)


if __name__ == "__main__":
    print("main:", os.getpid())
    evening({names!r}, {rooms}, sing)
"""

LAST = """
import os
from functools import partial
from multiprocessing import Event
from time import sleep


def song(sung, person):
    print(f"{{person}}: {{os.getpid()}}")
    sleep(3)
    sung[person].set()
    if person == {last!r}:
        for each in sung.values():
            each.wait()


if __name__ == "__main__":
    print("main:", os.getpid())
    evening({names!r}, {rooms}, partial(song, {{name: Event() for name in {names!r}}}))
"""


def night_out(people: int, rooms: int, last: str = "—") -> Scenario:
    """So many people come to a KTV with so many rooms; one of them, `last`, stays until the others have sung.

    Whoever comes must get any room that is free: who waits for a certain one may wait for the last.
    """
    names = list(PEOPLE[:people])
    conditions: list[Condition] = [
        AtEnd("everybody", lambda view: sorted(_singers(view)) == sorted(names)),
        AtEnd("own-process", lambda view: len(set(_lines(view))) == people + 1),
        AtOnce(most=rooms),
    ]
    together = min(people, rooms)
    if together > 1:
        conditions.append(AtOnce(least=together))
    main = LAST if last in names else EVENING
    return Scenario(main=main.format(names=names, rooms=rooms, last=last), conditions=conditions)


def _lines(view: View) -> list[str]:
    """In which process each line was printed."""
    told = (line.partition(": ") for line in view.output().splitlines())
    return [pid for who, _, pid in told if who in (*PEOPLE, "main")]


def _singers(view: View) -> list[str]:
    """Who sang, once for each time."""
    told = (line.partition(": ")[0] for line in view.output().splitlines())
    return [who for who in told if who in PEOPLE]


KTV = Interleaved(
    id="07-semaphore/ktv",
    name="evening",
    examples=((1, 1), (2, 1), (3, 2), (3, 1), (3, 2, "egon")),
    scenario=night_out,
)


# --- on-error -----------------------------------------------------------------------------------

VISITS = """
from multiprocessing import BoundedSemaphore, Process
from time import sleep


class Broken(Exception):
    pass


def sings(person):
    sleep(3)


def microphone_breaks(person):
    sleep(3)
    raise Broken(person)


def guest(person, rooms, patience, song):
    sung = []

    def sing(person):
        sung.append(person)
        song(person)

    try:
        answer = repr(visit(person, rooms, patience, sing))
    except Broken:
        answer = "error"
    print(f"{{person}}: {{len(sung)}} {{answer}}")


if __name__ == "__main__":
    rooms = BoundedSemaphore({rooms})
    for _ in range({taken}):
        rooms.acquire()
    guests = [Process(target=guest, args=args, name=args[0]) for args in {guests}]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
    for _ in range({taken}):
        rooms.release()
"""

Guest = tuple[float | None, bool]
"""For how long a guest waits at most, and whether the song is sung to its end."""


def night(guests: Sequence[Guest], rooms: int, taken: int = 0) -> Scenario:
    """A guest for each of `guests`, and so many rooms, of which some are taken until all have gone."""
    free = rooms - taken
    cast = dict(zip(PEOPLE, guests, strict=False))
    right = {
        person: _possible(guest, free=free, crowded=len(guests) > free)
        for person, guest in cast.items()
    }
    patient = [person for person, (patience, _) in cast.items() if patience is None]
    failing = [person for person, (_, well) in cast.items() if not well]
    conditions: list[Condition] = [
        AtEnd("waited", lambda view: all(_answer(view, who) != "0 False" for who in patient)),
        AtEnd("once", lambda view: all(_answer(view, who)[:1] in ("0", "1", "") for who in cast)),
        AtEnd("error", lambda view: all(_answer(view, who) in right[who] for who in failing)),
        AtEnd("told", lambda view: all(_answer(view, who) in right[who] for who in cast)),
        AtEnd("kept", lambda view: view.value("rooms") == rooms),
    ]
    if free:
        conditions.append(AtOnce(most=free))
    if min(free, len(guests)) > 1:
        conditions.append(AtOnce(least=min(free, len(guests))))
    args = ", ".join(
        f'("{person}", rooms, {patience}, {"sings" if well else "microphone_breaks"})'
        for person, (patience, well) in cast.items()
    )
    main = VISITS.format(rooms=rooms, taken=taken, guests=f"[{args}]")
    return Scenario(main=main, conditions=conditions)


def _possible(guest: Guest, *, free: int, crowded: bool) -> set[str]:
    """How often a guest may have sung, and what may have come of the call."""
    patience, well = guest
    sung = {"1 True" if well else "1 error"} if free else set()
    return sung | ({"0 False"} if crowded and patience is not None else set())


def _answer(view: View, person: str) -> str:
    """How often a guest sang and what came of the call; empty if nothing did."""
    told = (line.partition(": ") for line in view.output().splitlines())
    return {name: answer for name, _, answer in told}.get(person, "")


ON_ERROR = Interleaved(
    id="07-semaphore/on-error",
    name="visit",
    examples=(
        ([(None, True)], 1),
        ([(None, False)], 1),
        ([(None, True), (None, True)], 2),
        ([(0, True), (0, True)], 1),
        ([(None, False), (None, True)], 1),
        ([(2, True)], 1, 1),
        ([(0, True)], 1, 1),
        ([(0, True), (0, False)], 1),
    ),
    scenario=night,
)


# --- turnstile ----------------------------------------------------------------------------------

EARLY = """
class Door:
    def __init__(self, count):
        self.here, self.count = Semaphore(0), count

    def arrive(self):
        self.here.release()

    def __call__(self):
        if self.here.get_value() < self.count:
            print("early")
        print("entered")
"""
ONE_BY_ONE = """
class Door:
    def __init__(self, count):
        pass

    def arrive(self):
        pass

    def __call__(self):
        print("entered")
        sleep(1)
"""
PARTY = """
from multiprocessing import Process, Semaphore
from time import sleep

{door}

def comes(door, arrived, gate):
    door.arrive()
    friend(arrived, gate, door)


if __name__ == "__main__":
    arrived, gate = Semaphore(0), Semaphore(0)
    door = Door({count})
    party = [Process(target=host, args=({count}, arrived, gate), name="host")]
    for name in {names!r}:
        party.append(Process(target=comes, args=(door, arrived, gate), name=name))
    for each in party:
        each.start()
    for each in party:
        each.join()
"""


def party(friends: int, in_line: bool = False) -> Scenario:
    """So many friends are expected; what counts is that all are there, or that they enter `in_line`.

    The gate is judged by itself first, so that who opens it too early is told so.
    """
    conditions: list[Condition] = [
        AtEnd("early", lambda view: "early" not in view.output().split()),
        AtEnd("entered", lambda view: view.output().split().count("entered") == friends),
    ]
    # One signal that nobody waits for does no harm; of one friend, it is all there are.
    if friends > 1:
        conditions.append(AtEnd("left-lying", lambda view: view.value("arrived") < friends))
    if in_line:
        conditions = [conditions[1], AtOnce(most=1)]
    door = (ONE_BY_ONE if in_line else EARLY).strip()
    main = PARTY.format(door=door, count=friends, names=list(PEOPLE[:friends]))
    return Scenario(main=main, conditions=conditions)


TURNSTILE = Interleaved(
    id="07-semaphore/turnstile",
    name="friend",
    examples=((1,), (2,), (2, True)),
    scenario=party,
)

EXERCISES = (KTV, ON_ERROR, TURNSTILE)
