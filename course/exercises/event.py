"""Lesson 08: runners wait for one gun, a light goes out after the last car, two play in turn, no car goes on red.

All four are judged over every interleaving of small scenarios. What a learner's function is handed, such as
`cross`, stands in the scenario: what happened is known from there, never from the learner's own lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autograder.explorer.conditions import Always, AtEnd, AtOnce, View
from autograder.scenario import Interleaved, Scenario

NAMES = ("egon", "jason", "tank")
"""The notes' cast; more than three would show nothing new."""


def _lines(view: View, process: str | None = None) -> list[str]:
    return view.output(process).splitlines()


# --- starting-gun: all wait for one event -------------------------------------------------------

RACE = """
import os
import time
from multiprocessing import active_children

def ready():
    time.sleep(3)
    print("on the line:", len(active_children()))
    open("ready.txt", "x").close()

def run(name):
    print("after the gun" if os.path.exists("ready.txt") else "too early", name)

if __name__ == "__main__":
    race({names!r})
    print("still running:", len(active_children()))
"""


def running(runners: int) -> Scenario:
    """So many runners, and one gun."""
    names = list(NAMES[:runners])
    return Scenario(
        main=RACE.format(names=names),
        conditions=[
            AtEnd("false-start", lambda view: "too early" not in view.output()),
            AtEnd("everybody", lambda view: _ran(view) == sorted(names)),
            AtEnd("lined-up", lambda view: f"on the line: {runners}" in _lines(view)),
            AtEnd("returned-early", lambda view: "still running: 0" in _lines(view)),
        ],
    )


def _ran(view: View) -> list[str]:
    """Who ran, as often as they did."""
    heads = "after the gun ", "too early "
    return sorted(
        line.removeprefix(head) for line in _lines(view) for head in heads if line.startswith(head)
    )


STARTING_GUN = Interleaved(
    id="08-event/starting-gun", name="race", examples=((1,), (2,)), scenario=running
)


# --- lights-out: the light serves the cars, and nobody else -------------------------------------

STREET = """
import os
import time

def traffic_light(green):
    green.set()
    time.sleep(3)
    green.clear()
    time.sleep(1)
    green.set()
    while True:
        time.sleep(3)

def car(green, number):
    green.wait()
    time.sleep(1)
    open(f"car{{number}}.txt", "x").close()
    print("car", number)

if __name__ == "__main__":
    evening({numbers!r})
    print("through:", sum(os.path.exists(f"car{{number}}.txt") for number in {numbers!r}))
"""


def street(cars: Sequence[int]) -> Scenario:
    """Cars with these numbers, and a light that goes on for ever."""
    return Scenario(
        main=STREET.format(numbers=list(cars)),
        conditions=[
            AtEnd("passed", lambda view: _passed(view) == sorted(f"car {each}" for each in cars)),
            AtEnd("returned-early", lambda view: f"through: {len(cars)}" in _lines(view)),
            AtOnce(least=len(cars) + 1),
        ],
    )


def _passed(view: View) -> list[str]:
    return sorted(line for line in _lines(view) if line.startswith("car "))


LIGHTS_OUT = Interleaved(
    id="08-event/lights-out", name="evening", examples=(([1],), ([1, 2],)), scenario=street
)


# --- rally: two events, strictly in turn --------------------------------------------------------

COURT = """
import time
from functools import partial
from multiprocessing import Event, Process, Value

def stroke(ball):
    number = ball.value
    time.sleep(1)
    print("stroke", number)
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


def court(strokes: int) -> Scenario:
    """Two players with so many strokes each."""
    return Scenario(
        main=COURT.format(names=NAMES, strokes=strokes),
        conditions=[
            AtEnd("number", lambda view: all(len(each) == strokes for each in _rally(view))),
            AtEnd("in-turn", lambda view: _rally(view) == _in_turn(strokes)),
        ],
    )


def _rally(view: View) -> list[list[str]]:
    """The strokes of each player."""
    return [
        [line for line in _lines(view, name) if line.startswith("stroke ")] for name in NAMES[:2]
    ]


def _in_turn(strokes: int) -> list[list[str]]:
    numbers: Iterable[range] = (range(first, 2 * strokes + 1, 2) for first in (1, 2))
    return [[f"stroke {number}" for number in each] for each in numbers]


RALLY = Interleaved(id="08-event/rally", name="play", examples=((1,), (2,)), scenario=court)


# --- crossing: no car goes on red ---------------------------------------------------------------

CROSSROADS = """
import time
from functools import partial
from multiprocessing import Event, Lock, Process, Value

def crossing_over(on_it):
    on_it.value = 1
    time.sleep(1)
    on_it.value = 0
    print("over")

def light(green, lock):
    for _ in range({reds!r}):
        green.set()
        turn_red(green, lock)
        time.sleep(3)
        print("green" if green.is_set() else "red")
    green.set()

if __name__ == "__main__":
    green, lock, on_it = Event(), Lock(), Value("i", 0, lock=False)
    lamp = Process(target=light, args=(green, lock), name="light")
    lamp.start()
    for number in range(1, {cars!r} + 1):
        car = Process(target=drive, args=(green, lock, partial(crossing_over, on_it)), name=f"car{{number}}")
        car.start()
        car.join()
    lamp.join()
"""


def crossroads(cars: int, reds: int) -> Scenario:
    """So many cars, one after another, and a light that turns red so many times before it stays green."""
    names = [f"car{number}" for number in range(1, cars + 1)]
    return Scenario(
        main=CROSSROADS.format(cars=cars, reds=reds),
        conditions=[
            Always("red", lambda view: view.value("green") or not view.value("on_it")),
            AtEnd("over", lambda view: all(_lines(view, each) == ["over"] for each in names)),
            AtEnd("turns", lambda view: _lines(view, "light") == ["red"] * reds),
        ],
    )


CROSSING = Interleaved(
    id="08-event/crossing",
    name="drive",
    examples=((1, 0), (1, 1), (2, 0)),
    scenario=crossroads,
)

EXERCISES: Sequence[Interleaved] = (STARTING_GUN, LIGHTS_OUT, RALLY, CROSSING)
