"""Judges what a learner wrote over every interleaving of an exercise's scenarios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from autograder import display, messages
from autograder.cells import Cell, Definitions
from autograder.exercise import Arguments
from autograder.explorer.outside import Finding, explore
from autograder.explorer.reports import Verdict as Explored
from autograder.explorer.rooms import at_hand, stay
from autograder.explorer.source import Program, ProgramError
from autograder.messages import entries, text
from autograder.needed import needed
from autograder.prying import pried
from autograder.scenario import Interleaved, Scenario
from autograder.stand_ins import stand_ins
from autograder.verdict import Verdict

REMEMBERED = 64
"""Of how many scenarios it is remembered what was found in them."""
_known: dict[tuple[str, str, tuple[Cell, ...], str], Finding] = {}


def examine(
    exercise: Interleaved, current: Definitions, tried: Sequence[Arguments | Scenario]
) -> Verdict:
    """The verdict on the definitions of a notebook in the scenarios `tried`, the plainest first.

    Args:
        exercise: What was to be written.
        current: The learner's definitions.
        tried: Scenarios, or arguments of the exercise's own.
    """
    missing = _missing(exercise, current)
    if missing is not None:
        return missing
    behind = pried(_reachable(exercise, current, tried))
    if behind is not None:
        where = {"what": behind.name, "label": behind.label, "line": behind.line}
        return _verdict(exercise, "open.behind", {"name": exercise.name, **where})
    executions = 0
    try:
        for each, found in zip(tried, _all_explored(exercise, current, tried), strict=True):
            executions += found.executions
            if found.verdict is not Explored.HOLDS:
                scene = "" if isinstance(each, Scenario) else _scene(exercise, each)
                rules = _rules(_scenario(exercise, each))
                says = {_sentence(exercise, rule): rule for rule in rules}
                return _wrong(exercise, current, found, says, scene, executions)
    except ProgramError as error:
        return _verdict(exercise, "scenario", {"reason": str(error)})
    return Verdict(exercise=exercise.id, runs=len(tried), executions=executions)


def _all_explored(
    exercise: Interleaved, current: Definitions, tried: Sequence[Arguments | Scenario]
) -> Iterator[Finding]:
    """What is found in each scenario, one after the other, for the first ones show most.

    What was found of the same definitions before is not explored again: a test asks for the open
    scenarios and then, with the hidden ones, for all of them.
    """

    def found(each: Arguments | Scenario) -> Finding:
        scenario = _scenario(exercise, each)
        return explored(exercise, current, scenario.named(partial(_sentence, exercise)))

    def known(each: Arguments | Scenario) -> Finding:
        if isinstance(each, Scenario):
            return found(each)
        key = (exercise.id, repr(each), tuple(current.cells), messages.current())
        finding = _known.get(key)
        if finding is None:
            finding = _known[key] = found(each)
            while len(_known) > REMEMBERED:
                _known.pop(next(iter(_known)), None)
        return finding

    if display.in_notebook():
        stay()
    with at_hand():
        yield from map(known, tried)


def _scenario(exercise: Interleaved, each: Arguments | Scenario) -> Scenario:
    return each if isinstance(each, Scenario) else exercise.scenario(*each)


def explored(exercise: Interleaved, current: Definitions, scenario: Scenario) -> Finding:
    """What the explorer finds of the learner's definitions in one scenario.

    Raises:
        ProgramError: if the scenario is no program.
    """
    return explore(
        program_of(current, scenario),
        conditions=scenario.conditions,
        start_method=scenario.start_method,
        max_seconds=exercise.seconds,
        max_steps=exercise.steps,
        longest=exercise.longest,
        witnessed=True,
    )


def program_of(current: Definitions, scenario: Scenario) -> Program:
    """The learner's definitions, and the scenario below them, as one program."""
    cells = needed(current.cells, scenario.main, *scenario.modules.values(), quiet=True)
    return Program(
        scenario.main,
        filename=text("check.scenario"),
        modules={**stand_ins(cells), **scenario.modules},
        files=scenario.files,
        cells=cells,
    )


def _reachable(
    exercise: Interleaved, current: Definitions, tried: Sequence[Arguments | Scenario]
) -> tuple[Cell, ...]:
    """What any of the scenarios can reach of the learner's definitions: nothing else will be run."""
    scenarios = [_scenario(exercise, each) for each in tried]
    programs = [part for each in scenarios for part in (each.main, *each.modules.values())]
    return needed(current.cells, *dict.fromkeys(programs), quiet=True)


def _missing(exercise: Interleaved, current: Definitions) -> Verdict | None:
    """The verdict if what the learner is to write is not there at all."""
    if exercise.name in current.origins:
        return None
    if not current.broken:
        return _verdict(exercise, "missing", {"name": exercise.name})
    last = current.broken[-1]
    place = {"label": last.label, "line": last.line, "reason": last.reason}
    return _verdict(exercise, "syntax", {"name": exercise.name, **place})


def _rules(scenario: Scenario) -> Iterator[str]:
    return (each.name for each in scenario.conditions if hasattr(each, "name"))


def _sentence(exercise: Interleaved, rule: str) -> str:
    """What a rule says, in the current language; its own name if nobody wrote a sentence."""
    try:
        return text(f"{exercise.key}.rules.{rule}")
    except KeyError:
        return rule


def _scene(exercise: Interleaved, arguments: Arguments) -> str:
    """The scenario in words; empty if nobody wrote any."""
    try:
        return text(f"{exercise.key}.scene", **exercise.fields(arguments))
    except KeyError:
        return ""


def _wrong(
    exercise: Interleaved,
    current: Definitions,
    found: Finding,
    rules: dict[str, str],
    scene: str,
    executions: int,
) -> Verdict:
    """The verdict on what does not hold, named as precisely as the exercise has words for it."""
    detail = found.fields.get("detail", "")
    fields: dict[str, object] = {"name": exercise.name, **found.fields, "error": detail}
    shown: dict[str, Any] = {"scene": scene, "html": found.html, "story": found.transcript}
    shown["executions"] = executions
    if found.verdict is not Explored.BROKEN:
        reasons = _told("check.diagnoses.open")
        key = found.kind if found.kind in reasons else found.verdict.name.lower()
        call = found.fields.get("call", "")
        if call.startswith(("threading.", "queue.")):
            key = "thread" if call == "threading.Thread" else "threads"
        elif found.verdict is Explored.BOUNDED:
            key = _untried(found)
        return _verdict(exercise, f"open.{key}", {**fields, "message": found.message}, **shown)
    if detail == "NotImplementedError":
        return _verdict(exercise, "untouched", fields)
    own, general = _told(f"{exercise.key}.diagnoses"), _told("check.diagnoses")
    if detail == "NameError":
        left = next((name for name in current.left_out if f"'{name}'" in found.message), "")
        if left:
            where = {"what": left, "label": current.left_out[left]}
            shown["specific"] = "left-out" in own
            return _verdict(exercise, "left-out", {**fields, **where}, **shown)
    known = [*found.signs, rules.get(detail, detail), found.kind]
    for diagnosis in known:
        if diagnosis in own:
            return _verdict(exercise, diagnosis, fields, specific=bool(own[diagnosis]), **shown)
    diagnosis = next((each for each in known if each in general), "broken")
    return _verdict(exercise, diagnosis, fields, **shown)


_UNTRIED = {
    "killed-inside": "killed",
    "budget": "too-much",
    "too-long": "too-much",
    "identity": "identity",
}
"""Why not everything was tried, where a sentence can say what to do about it."""


def _untried(found: Finding) -> str:
    """Why not everything was tried: the first reason that there is a sentence for."""
    if "long_at" in found.fields and "killed-inside" not in found.notes:
        return "too-long"
    return next((key for note, key in _UNTRIED.items() if note in found.notes), "bounded")


def _told(key: str) -> dict[str, str]:
    """The sentences below `key`; none if nobody wrote any."""
    try:
        found: dict[str, str] = entries(key)
    except KeyError:
        return {}
    return found


def _verdict(
    exercise: Interleaved, diagnosis: str, fields: dict[str, object], **more: Any
) -> Verdict:
    return Verdict(exercise=exercise.id, runs=0, diagnosis=diagnosis, fields=fields, **more)
