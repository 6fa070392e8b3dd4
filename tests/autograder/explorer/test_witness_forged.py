"""What a witness makes up is found out: whatever is wrong with its statement, it is no pass."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from autograder.explorer.believing import ForgedError
from autograder.explorer.conditions import AtEnd
from autograder.explorer.judging import Judge
from autograder.explorer.outside import Finding
from autograder.explorer.records import Point, Run
from autograder.explorer.replica import Replica
from autograder.explorer.reports import Verdict
from autograder.explorer.sights import End
from autograder.explorer.source import Program
from tests.autograder.explorer.witnessed import Lines, judged, statement

RACE = Program("""
from multiprocessing import Process, Value

def work(total):
    total.value += 1

if __name__ == "__main__":
    total = Value("i", 0)
    workers = [Process(target=work, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
""")
POOLED = Program("""
from multiprocessing import Pool

def double(number):
    return 2 * number

if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(double, [1, 2]))
""")
COUNTED = AtEnd("both counted", lambda view: bool(view.value("total") == 2))


def _honest(program: Program = RACE) -> list[dict[str, Any]]:
    return [json.loads(line) for line in statement(program)]


def _lines(said: list[dict[str, Any]]) -> Lines:
    return [json.dumps(each).encode() for each in said]


def _verdict(lines: Lines, program: Program = RACE) -> str:
    found = judged(program, lines)
    return str(found.verdict) if isinstance(found, Finding) else str(found)


def _runs(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in said if each["type"] == "run"]


def test_an_honest_statement_is_believed() -> None:
    assert _verdict(_lines(_honest())) == "holds"
    assert _verdict(_lines(_honest(POOLED)), POOLED) == "holds"


def test_the_rules_are_the_referees() -> None:
    found = judged(RACE, statement(RACE), conditions=[COUNTED])
    assert isinstance(found, Finding)
    assert (found.verdict, found.kind) == (Verdict.BROKEN, "end")


def _without_a_run(said: list[dict[str, Any]]) -> None:
    said.remove(_runs(said)[2])


def _without_the_last_run(said: list[dict[str, Any]]) -> None:
    said.remove(_runs(said)[-1])


def _without_runs(said: list[dict[str, Any]]) -> None:
    said[:] = [each for each in said if each["type"] != "run"]


def _one_run_twice(said: list[dict[str, Any]]) -> None:
    said.insert(-1, _runs(said)[-1])


def _without_a_point(said: list[dict[str, Any]]) -> None:
    del _runs(said)[0]["points"][-1]


def _without_steps(said: list[dict[str, Any]]) -> None:
    run = _runs(said)[0]
    del run["points"][-1], run["actors"][-1]


def _another_schedule(said: list[dict[str, Any]]) -> None:
    actors = _runs(said)[0]["actors"]
    actors[1], actors[2] = actors[2], actors[1]


def _less_able(said: list[dict[str, Any]]) -> None:
    point = next(each for each in _runs(said)[0]["points"] if len(each["able"]) > 1)
    del point["able"][-1]


def _more_able(said: list[dict[str, Any]]) -> None:
    """Main goes on before those that it waits for have ended."""
    point = next(each for each in _runs(said)[0]["points"] if 0 not in each["able"])
    point["able"].append(0)


def _never_able(said: list[dict[str, Any]]) -> None:
    _runs(said)[0]["points"][2]["able"] = []


def _another_operation(said: list[dict[str, Any]]) -> None:
    """What was written to the one is said to have been printed, and so meets nobody."""
    for run in _runs(said):
        for point in run["points"]:
            for step in point.get("next", []):
                if step[1] == "cell.write":
                    step[1:] = ["local.print", step[2], None]


def _an_operation_on_nothing(said: list[dict[str, Any]]) -> None:
    for run in _runs(said):
        for point in run["points"]:
            for step in point.get("next", []):
                if step[1].startswith("cell."):
                    step[2] = "elsewhere"


def _a_changed_value(said: list[dict[str, Any]]) -> None:
    """Shared values change by operations only."""
    points = _runs(said)[0]["points"]
    cell = next(each for point in points for each in point.get("made", []) if each[1] == "cell")
    points[-1]["changed"] = [[*cell[:2], 2, *cell[3:]]]


def _an_unknown_kind(said: list[dict[str, Any]]) -> None:
    _runs(said)[0]["points"][0]["next"][0][1] = "process.vanish"


def _no_end(said: list[dict[str, Any]]) -> None:
    del _runs(said)[0]["end"]


def _another_cause(said: list[dict[str, Any]]) -> None:
    """Children that were there before they were started would come after nothing."""
    points = _runs(said)[0]["points"]
    born = next(each for point in points for each in point.get("born", []) if each[1] == "0.1")
    born[4], born[3] = 0, True


def _told_what_is_known(said: list[dict[str, Any]]) -> None:
    """Of a shared value, it is not for the witness to say what depends on it."""
    for run in _runs(said):
        for point in run["points"]:
            cells = [step[0] for step in point.get("next", []) if step[1].startswith("cell.")]
            point["told"] = [[actor, []] for actor in cells]


def _another_watch(said: list[dict[str, Any]]) -> None:
    said.insert(2, {"type": "begun", "watched": ["something"]})


FORGERIES: list[Callable[[list[dict[str, Any]]], None]] = [
    _without_a_run,
    _without_the_last_run,
    _without_runs,
    _one_run_twice,
    _without_a_point,
    _without_steps,
    _another_schedule,
    _less_able,
    _more_able,
    _never_able,
    _another_operation,
    _an_operation_on_nothing,
    _a_changed_value,
    _an_unknown_kind,
    _no_end,
    _another_cause,
    _told_what_is_known,
    _another_watch,
]


@pytest.mark.parametrize("forge", FORGERIES, ids=lambda each: each.__name__[1:])
def test_a_forged_statement_is_no_pass(forge: Callable[[list[dict[str, Any]]], None]) -> None:
    said = _honest()
    forge(said)
    assert said != _honest()
    assert _verdict(_lines(said)) != "holds"


def test_a_pool_has_its_dependencies() -> None:
    """They have to be believed; but not that there are none."""
    said = _honest(POOLED)
    for run in _runs(said):
        for point in run["points"]:
            point["told"] = [[actor, []] for actor, _ in point.get("told", [])]
    assert _verdict(_lines(said), POOLED) == "inconclusive"
    said = _honest(POOLED)
    for run in _runs(said):
        for point in run["points"]:
            point.pop("told", None)
    assert _verdict(_lines(said), POOLED) == "inconclusive"


def test_a_claim_is_no_statement() -> None:
    """Not before the first record, not after half of them, and not twice."""
    lines = statement(RACE)
    for at in range(1, len(lines) - 1):
        assert _verdict([*lines[:at], lines[-1], *lines[at:]]) == "inconclusive"
    assert _verdict([lines[-1]]) == "inconclusive"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not JSON",
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"type":"run"}',
        b'{"type":"run","actors":"all","points":[]}',
        b'{"type":"run","actors":[],"points":[{"able":[7]}],"end":{}}',
        b'{"type":"watch","names":[]}',
        b'{"type":"run","actors":[],"points":[]}' + b" " * (1 << 20),
    ],
    ids=lambda line: line[:24].decode(),
)
def test_what_makes_no_sense_is_no_pass(line: bytes) -> None:
    lines = statement(RACE)
    for at in (0, 1, 3):
        assert _verdict([*lines[:at], line, *lines[at:]]) in ("inconclusive", "died", "time")


def test_another_program_cannot_begin_where_this_one_went_wrong() -> None:
    """Once a failure was seen, that the witness begins anew changes nothing."""
    lines = statement(RACE)
    found = judged(RACE, [*lines[:-1], *lines], conditions=[COUNTED])
    assert isinstance(found, Finding)
    assert found.verdict is Verdict.BROKEN


def _come_to(points: list[Point], actors: list[int], end: End | None = None) -> Replica:
    """The execution that was told, followed to its last point."""
    replica = Replica(points, end=end)
    for actor in actors[: len(points) - 1]:
        replica.step(actor)
    return replica


def _where_several_can_move() -> tuple[list[Point], list[int]]:
    """The beginning of the first execution, up to a point where a choice is left."""
    run = msgspec.json.decode(json.dumps(_runs(_honest())[0]).encode(), type=Run)
    last = max(number for number, point in enumerate(run.points) if len(point.able) > 1)
    return run.points[: last + 1], run.actors


@pytest.mark.parametrize("end", [End(too_long=True), End()])
def test_what_somebody_can_go_on_with_has_not_ended(end: End) -> None:
    """Else all but those that are asleep in the search could be hidden behind an execution given up."""
    points, actors = _where_several_can_move()
    _come_to(points, actors)
    hidden = msgspec.structs.replace(points[-1], able=points[-1].able[:1])
    with pytest.raises(ForgedError):
        _come_to([*points[:-1], hidden], actors, end)


def test_an_execution_that_was_given_up_is_believed_and_is_no_pass() -> None:
    """Where nobody is said to move any more although somebody could."""
    points, actors = _where_several_can_move()
    nobody = msgspec.structs.replace(points[-1], able=[])
    with pytest.raises(ForgedError):
        _come_to([*points[:-1], nobody], actors, End())
    given_up = _come_to([*points[:-1], nobody], actors, End(too_long=True))
    judge = Judge([], measure=False)
    assert judge.at_end(given_up) is None
    assert judge.notes == {"too-long"}


def test_nobody_can_move_twice() -> None:
    """One who is named as often as there are processes does not stand for them all."""
    points, actors = _where_several_can_move()
    pending = len(_come_to(points, actors).pending)
    forged = msgspec.structs.replace(points[-1], able=points[-1].able[:1] * pending)
    with pytest.raises(ForgedError):
        _come_to([*points[:-1], forged], actors)
