"""Exercises whose answers are judged over every interleaving.

A scenario is a small main program that uses what the learner wrote, and what must hold of it. It runs
below the learner's definitions, in the same module, as a script's last lines would; the explorer tries
every order in which its processes can meet. Conditions are judged on what the processes share, never
by the learner's code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from inspect import signature
from typing import Literal

from autograder.exercise import Arguments, Task
from autograder.explorer.conditions import AtOnce, Condition, NotThereError, View


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenario:
    """A main program for a learner's definitions, and what must hold of it.

    That nothing fails, that nobody waits for ever and that every process comes to its end must hold
    always, and need not be said.

    Args:
        main: The program's text. Its children run it, too, unless it stands below
            ``if __name__ == "__main__":``.
        conditions: What must hold besides; each name is a key of the exercise's ``rules`` in the
            catalogue.
        files: What lies in the working folder when it begins.
        modules: Sources of modules that it, or the learner, may import, by dotted name.
        start_method: How children are started.

    Example::

        Scenario(main=TWO_BUYERS, conditions=[AtEnd("sold-out", lambda view: view.value("left") == 0)])
    """

    main: str
    conditions: Sequence[Condition] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    modules: Mapping[str, str] = field(default_factory=dict)
    start_method: Literal["spawn", "fork"] = "spawn"

    def named(self, says: Callable[[str], str]) -> Scenario:
        """The same scenario, the names of its rules replaced by what they say.

        A rule that fails does not hold: what a learner leaves behind may be anything.
        """
        conditions = [
            each
            if isinstance(each, AtOnce)
            else replace(each, name=says(each.name), holds=partial(_holds, each.holds))
            for each in self.conditions
        ]
        return replace(self, conditions=conditions)


def _holds(rule: Callable[[View], bool], view: View) -> bool:
    try:
        return rule(view)
    except (NotThereError, NameError):
        raise  # there is nothing to judge yet; or the rule itself is no good
    except Exception:  # noqa: BLE001 - a file that is no JSON, a text that is no number …
        return False


@dataclass(frozen=True, kw_only=True, slots=True)
class Interleaved(Task):
    """One exercise whose answer must hold in every interleaving.

    `name` is the function or class that the learner writes; `examples` are arguments of `scenario`.

    Args:
        scenario: Makes a scenario of arguments. The names of its parameters are the placeholders of the
            sentence ``scene`` in the exercise's part of the catalogue.
        seconds: How long one scenario may take to explore.
        steps: Of how many steps the executions of one scenario may be, all together; this, and not the
            clock, is what ends a check that cannot try everything, so that it ends alike everywhere. An
            exploration that begins again, because an assumption was wrong, has as many anew.
        longest: Steps after which one execution is given up: then not everything was tried.

    Example::

        Interleaved(id="06-lock/sell", name="sell", examples=((2, 1),), scenario=ticket_office)
    """

    scenario: Callable[..., Scenario]
    seconds: float = 30.0
    steps: int = 60_000
    longest: int = 1_000

    def fields(self, arguments: Arguments) -> dict[str, object]:
        """The arguments of a scenario by the names of its parameters.

        Raises:
            TypeError: if the scenario takes others.
        """
        bound = signature(self.scenario).bind(*arguments)
        bound.apply_defaults()
        return dict(bound.arguments)
