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
    ktv({names!r}, {rooms}, sing)
"""


def evening(people: int, rooms: int) -> Scenario:
    """So many people come to a KTV with so many rooms."""
    names = list(PEOPLE[:people])
    conditions: list[Condition] = [
        AtEnd("everybody", lambda view: sorted(_singers(view)) == sorted(names)),
        AtEnd("own-process", lambda view: len(set(_lines(view))) == people + 1),
        AtOnce(most=rooms),
    ]
    together = min(people, rooms)
    if together > 1:
        conditions.append(AtOnce(least=together))
    return Scenario(main=EVENING.format(names=names, rooms=rooms), conditions=conditions)


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
    name="ktv",
    examples=((1, 1), (2, 1), (3, 2)),
    scenario=evening,
)


# --- on-error -----------------------------------------------------------------------------------

VISITS = """
from multiprocessing import BoundedSemaphore, Process
from time import sleep


def sings(person):
    sleep(3)


def microphone_breaks(person):
    sleep(3)
    raise RuntimeError(person)


def guest(person, rooms, patience, song):
    sung = []

    def sing(person):
        sung.append(person)
        song(person)

    try:
        answer = visit(person, rooms, patience, sing)
    except RuntimeError:
        answer = "error"
    print(f"{{person}}: {{len(sung)}} {{answer}}")


if __name__ == "__main__":
    rooms = BoundedSemaphore({rooms})
    guests = [Process(target=guest, args=args, name=args[0]) for args in {guests}]
    for each in guests:
        each.start()
    for each in guests:
        each.join()
"""

Guest = tuple[float | None, bool]
"""For how long a guest waits at most, and whether the song is sung to its end."""


def night(guests: Sequence[Guest], rooms: int) -> Scenario:
    """A guest for each of `guests`, and so many rooms."""
    cast = dict(zip(PEOPLE, guests, strict=False))
    crowded = len(guests) > rooms
    conditions: list[Condition] = [
        AtEnd("answer", lambda view: _answers(view).keys() == cast.keys()),
        AtEnd("error", lambda view: _told(view, cast, crowded=crowded, well=False)),
        AtEnd("told", lambda view: _told(view, cast, crowded=crowded, well=True)),
        AtEnd("kept", lambda view: view.value("rooms") >= rooms),
        AtOnce(most=rooms),
    ]
    if min(rooms, len(guests)) > 1:
        conditions.append(AtOnce(least=min(rooms, len(guests))))
    args = ", ".join(
        f'("{person}", rooms, {patience}, {"sings" if well else "microphone_breaks"})'
        for person, (patience, well) in cast.items()
    )
    return Scenario(main=VISITS.format(rooms=rooms, guests=f"[{args}]"), conditions=conditions)


def _answers(view: View) -> dict[str, str]:
    """How often each guest sang and what the call returned, as text, by the guest's name."""
    told = (line.partition(": ") for line in view.output().splitlines())
    return {name: answer for name, _, answer in told if name in PEOPLE}


def _told(view: View, cast: dict[str, Guest], *, crowded: bool, well: bool) -> bool:
    """Whether all who sing well, or whose microphone breaks, were told what has become of them."""
    answers = _answers(view)
    for person, (patience, sings) in cast.items():
        possible = {"1 True" if sings else "1 error"}
        if crowded and patience is not None:
            possible.add("0 False")
        if sings is well and answers[person] not in possible:
            return False
    return True


ON_ERROR = Interleaved(
    id="07-semaphore/on-error",
    name="visit",
    examples=(
        ([(None, True)], 1),
        ([(None, False)], 1),
        ([(None, True), (None, True)], 2),
        ([(0, True), (0, True)], 1),
        ([(None, False), (None, True)], 1),
        ([(0, True), (0, False)], 1),
    ),
    scenario=night,
)


# --- turnstile ----------------------------------------------------------------------------------

PARTY = """
from multiprocessing import Process, Semaphore
from time import sleep


class Door:
    def __init__(self, here, count):
        self.here, self.count = here, count

    def __call__(self):
        if self.here.get_value() < self.count:
            print("early")
        print("entered")
        sleep(1)


def comes(here, arrived, gate, enter):
    here.release()
    friend(arrived, gate, enter)


if __name__ == "__main__":
    here, arrived, gate = Semaphore(0), Semaphore(0), Semaphore(0)
    enter = Door(here, {count})
    party = [Process(target=host, args=({count}, arrived, gate), name="host")]
    for name in {names!r}:
        party.append(Process(target=comes, args=(here, arrived, gate, enter), name=name))
    for each in party:
        each.start()
    for each in party:
        each.join()
"""


def party(friends: int) -> Scenario:
    """So many friends are expected, and one host at the turnstile."""
    return Scenario(
        main=PARTY.format(count=friends, names=list(PEOPLE[:friends])),
        conditions=[
            AtEnd("early", lambda view: "early" not in view.output().split()),
            AtEnd("entered", lambda view: view.output().split().count("entered") == friends),
            AtOnce(most=1),
        ],
    )


TURNSTILE = Interleaved(
    id="07-semaphore/turnstile",
    name="friend",
    examples=((1,), (2,)),
    scenario=party,
)

EXERCISES = (KTV, ON_ERROR, TURNSTILE)
