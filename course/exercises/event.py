"""Lesson 08: runners wait for one gun, a light goes out after the last car, two play in turn, no car goes on red.

All four are judged over every interleaving of small scenarios. What a learner's function is handed, such as
`cross`, stands in the scenario: what happened is known from there, never from the learner's own lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.explorer.conditions import Always, AtEnd, AtOnce, View
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import NAMES_USED, told

NAMES = ("egon", "jason", "tank")
"""The notes' cast; more than three would show nothing new."""


def waiting(name: str) -> str:
    """The last lines of a scenario, which tell whether `name` waits for events or asks again and again."""
    return f"""    used = names_used({name}, {{}})
    print(f"⟪waits⟫ {{'wait' in used or 'is_set' not in used}}")
"""


NO_ASKING = AtEnd("keeps-asking", lambda view: told(view, "waits") in ([], [True]))
"""Nobody asks an event again and again, and never waits for it.

It is looked at in one scenario alone, after those that find what else may be wrong.
"""


# --- starting-gun: all wait for one event -------------------------------------------------------

RACE = (
    NAMES_USED
    + """
import os
import time
from multiprocessing import active_children

def ready():
    time.sleep(3)
    print(f"⟪on the line⟫ {{len(active_children())}}")
    open("ready.txt", "x").close()

def run(name):
    print(f"⟪ran⟫ {{name, os.path.exists('ready.txt')}}")

if __name__ == "__main__":
    race({names!r})
    print(f"⟪still running⟫ {{len(active_children())}}")
"""
)


def running(runners: int) -> Scenario:
    """So many runners, and one gun."""
    names = list(NAMES[:runners])
    return Scenario(
        main=RACE.format(names=names) + (waiting("race") if runners == 2 else ""),
        conditions=[
            AtEnd("false-start", lambda view: all(ready for _, ready in told(view, "ran"))),
            AtEnd("everybody", lambda view: sorted(who for who, _ in told(view, "ran")) == names),
            AtEnd("lined-up", lambda view: runners in told(view, "on the line")),
            AtEnd("returned-early", lambda view: told(view, "still running") == [0]),
            NO_ASKING,
        ],
    )


STARTING_GUN = Interleaved(
    id="08-event/starting-gun", name="race", examples=((1,), (2,)), scenario=running
)


# --- lights-out: the light serves the cars, and nobody else -------------------------------------

STREET = """
import os
import time

def traffic_light(green):
    print("⟪light⟫ True")
    time.sleep(1)
    green.set()
    while True:
        time.sleep(3)

def car(green, number):
    green.wait()
    time.sleep(1)
    open(f"car{{number}}.txt", "x").close()
    print(f"⟪passed⟫ {{number}}")

if __name__ == "__main__":
    evening({numbers!r})
    through = sum(os.path.exists(f"car{{number}}.txt") for number in {numbers!r})
    print(f"⟪through⟫ {{through}}")
"""


def street(cars: Sequence[int]) -> Scenario:
    """Cars with these numbers, and a light that goes on for ever."""
    return Scenario(
        main=STREET.format(numbers=list(cars)),
        conditions=[
            AtEnd("light", lambda view: told(view, "light") == [True]),
            AtEnd("passed", lambda view: sorted(told(view, "passed")) == sorted(cars)),
            AtEnd("returned-early", lambda view: told(view, "through") == [len(cars)]),
            AtOnce(least=len(cars) + 1),
        ],
    )


LIGHTS_OUT = Interleaved(
    id="08-event/lights-out", name="evening", examples=(([1],), ([1, 2],)), scenario=street
)


# --- rally: two events, strictly in turn --------------------------------------------------------

COURT = (
    NAMES_USED
    + """
import time
from functools import partial
from multiprocessing import Event, Process, Value

def stroke(ball):
    number = ball.value
    time.sleep(1)
    print(f"⟪stroke⟫ {{number}}")
    ball.value = number + 1

if __name__ == "__main__":
    ball = Value("i", 1)
    turns = [Event(), Event()]
    hit = partial(stroke, ball)
    players = [
        Process(target=play, args=(turns[0], turns[1], hit, {strokes!r}), name={names[0]!r}),
        Process(target=play, args=(turns[1], turns[0], hit, {strokes!r}), name={names[1]!r}),
    ]
    for each in players:
        each.start()
    turns[0].set()
    for each in players:
        each.join()
"""
)


def court(strokes: int) -> Scenario:
    """Two players with so many strokes each."""
    return Scenario(
        main=COURT.format(names=NAMES, strokes=strokes) + (waiting("play") if strokes == 2 else ""),
        conditions=[
            Always("endless", lambda view: view.value("ball") <= 2 * strokes + 2),
            AtEnd("number", lambda view: all(len(each) == strokes for each in _rally(view))),
            AtEnd("in-turn", lambda view: _rally(view) == _in_turn(strokes)),
            NO_ASKING,
        ],
    )


def _rally(view: View) -> list[list[int]]:
    """The numbers of each player's strokes."""
    return [told(view, "stroke", name) for name in NAMES[:2]]


def _in_turn(strokes: int) -> list[list[int]]:
    return [list(range(first, 2 * strokes + 1, 2)) for first in (1, 2)]


RALLY = Interleaved(
    id="08-event/rally",
    name="play",
    examples=((1,), (2,)),
    scenario=court,
    longest=300,  # a right answer needs some 60; one that never stops is to be told so at once
)


# --- crossing: no car goes on red ---------------------------------------------------------------

PATIENT = """
class Patient:
    def __init__(self, lock):
        self.lock = lock

    def acquire(self, *how, **named):
        got = self.lock.acquire(*how, **named)
        if not got:
            print("⟪in vain⟫ True")
        return got

    def release(self):
        self.lock.release()

    def __enter__(self):
        return self.lock.__enter__()

    def __exit__(self, *error):
        self.lock.__exit__(*error)

"""
"""For a scenario: a lock that tells of every try to take it that did not wait until it was free."""

CROSSROADS = (
    NAMES_USED
    + PATIENT
    + """
import time
from functools import partial
from multiprocessing import Event, Lock, Process, Value

def crossing_over(on_it):
    on_it.value = 1
    time.sleep(1)
    on_it.value = 0
    print("⟪over⟫ True")

def light(green, lock):
    turn_red(green, lock)
    for _ in range({reds!r}):
        green.set()
        turn_red(green, lock)
        time.sleep(3)
        print(f"⟪red⟫ {{not green.is_set()}}")
    green.set()

if __name__ == "__main__":
    green, lock, on_it = Event(), {lock}, Value("i", 0, lock=False)
    lamp = Process(target=light, args=(green, lock), name="light")
    lamp.start()
    for number in range(1, {cars!r} + 1):
        car = Process(target=drive, args=(green, lock, partial(crossing_over, on_it)), name=f"car{{number}}")
        car.start()
        car.join()
    lamp.join()
"""
)


def crossroads(cars: int, reds: int, lock: str = "Lock()") -> Scenario:
    """So many cars, one after another, and a light that turns red so many times before it stays green.

    Whether anybody tries to take the lock again and again is looked at with a `lock` of its own, after
    the scenarios that find what else may be wrong, for in its stories the scenario takes the lock.
    """
    names = [f"car{number}" for number in range(1, cars + 1)]
    return Scenario(
        main=CROSSROADS.format(cars=cars, reds=reds, lock=lock)
        + (waiting("drive") if cars == 2 else ""),
        conditions=[
            Always("red", lambda view: view.value("green") or not view.value("on_it")),
            AtEnd("over", lambda view: all(told(view, "over", each) == [True] for each in names)),
            AtEnd("turns", lambda view: told(view, "red") == [True] * reds),
            AtEnd("keeps-trying", lambda view: not told(view, "in vain")),
            NO_ASKING,
        ],
    )


CROSSING = Interleaved(
    id="08-event/crossing",
    name="drive",
    examples=((1, 0), (1, 1), (2, 0), (1, 1, "Patient(Lock())")),
    scenario=crossroads,
)

EXERCISES: Sequence[Interleaved] = (STARTING_GUN, LIGHTS_OUT, RALLY, CROSSING)
