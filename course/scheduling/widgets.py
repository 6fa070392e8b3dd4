"""The scheduling lab and the round to play, as notebook widgets.

They draw what :mod:`course.scheduling.lab` and :mod:`course.scheduling.contest` compute and decide
nothing themselves. Every control is an ordinary one, reachable by keyboard and named to a screen
reader; buttons are changed in place, never replaced, so that the focus stays where it was.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import partial
from typing import Any

import ipywidgets as widgets

from autograder.messages import text
from course.gantt import show_gantt
from course.scheduling.contest import Measure, Round
from course.scheduling.jobs import Job, PlainJob, as_jobs
from course.scheduling.lab import ALGORITHMS, WORKLOADS, Setting, round_sentence, times_table

WIDE = {"description_width": "10em"}
DEFAULT_ROUND: tuple[PlainJob, ...] = (("A", 0, 5), ("B", 1, 2), ("C", 2, 3), ("D", 3, 1))


class Lab(widgets.VBox):  # ipywidgets ships no types
    """Choose a workload, an algorithm, a time slice and a price of switching; see what comes of it.

    Args:
        jobs: A workload of your own, offered beside the built-in ones.

    >>> lab = Lab()
    >>> lab.algorithm.value = "rr"
    >>> lab.setting.schedule.left.total() > 4
    True
    """

    def __init__(self, jobs: Iterable[Job | PlainJob] | None = None) -> None:
        offered: list[tuple[str, str | tuple[Job, ...]]] = [
            (text(f"02-scheduling.workload.{key}"), key) for key in WORKLOADS
        ]
        if jobs is not None:
            # In the place of the first built-in one, which is a convoy like the lesson's own.
            offered[0] = (text("02-scheduling.lab.own"), as_jobs(jobs))
        self.workload = _dropdown("workload", offered)
        self.algorithm = _dropdown(
            "algorithm", [(text(f"02-scheduling.algorithm.{key}"), key) for key in ALGORITHMS]
        )
        self.algorithm.value = "rr"  # so that every control does something from the start
        self.quantum = _slider("slice", low=1, high=8, value=2)
        self.switch = _slider("switch", low=0, high=3, value=0)
        self.shown = widgets.HTML()
        self.said = widgets.HTML()
        controls = [self.workload, self.algorithm, self.quantum, self.switch]
        super().__init__([*controls, self.said, self.shown])
        for control in controls:
            control.observe(self._update, names="value")
        self._update()

    @property
    def setting(self) -> Setting:
        """What is chosen now."""
        return Setting(
            self.workload.value, self.algorithm.value, self.quantum.value, self.switch.value
        )

    def _update(self, change: object = None) -> None:
        del change  # all controls are read anew, whichever moved
        setting = self.setting
        self.quantum.disabled = not setting.uses_quantum
        self.said.value = _status(setting.sentence)
        self.shown.value = _html(setting.picture) + _html(times_table(setting.schedule))


class YouSchedule(widgets.VBox):  # ipywidgets ships no types
    """A round in which the reader is the scheduler.

    Args:
        jobs: The workload.
        measure: What counts: ``"turnaround"`` or ``"response"``.

    >>> game = YouSchedule([("A", 0, 1), ("B", 0, 2)])
    >>> game.buttons["A"].click()
    >>> game.round.picks
    ('A',)
    """

    def __init__(
        self, jobs: Iterable[Job | PlainJob] = DEFAULT_ROUND, measure: str = "turnaround"
    ) -> None:
        self.round = Round.of(jobs, Measure(measure))
        self.buttons = {job.name: widgets.Button() for job in self.round.jobs}
        for name, button in self.buttons.items():
            button.on_click(partial(self._pick, name))
        self.back = widgets.Button(description=text("02-scheduling.round.undo"))
        self.back.on_click(self._undo)
        self.shown = widgets.HTML()
        self.said = widgets.HTML()
        goal = text(
            "02-scheduling.round.goal",
            measure=text(f"02-scheduling.time.{self.round.measure}"),
        )
        row = widgets.HBox([*self.buttons.values(), self.back])
        super().__init__([widgets.HTML(f"<p>{html.escape(goal)}</p>"), row, self.said, self.shown])
        self._update()

    def _pick(self, name: str, button: object) -> None:
        del button  # its job's name is known already
        self.round = self.round.pick(name)
        self._update()

    def _undo(self, button: object) -> None:
        del button  # there is one only
        self.round = self.round.undo()
        self._update()

    def _update(self) -> None:
        played = self.round
        for name, button in self.buttons.items():
            button.description = text("02-scheduling.round.left", name=name, left=played.left[name])
            button.disabled = name not in played.ready
        self.back.disabled = not played.picks
        self.said.value = _status(round_sentence(played))
        shown = show_gantt(played.slices, unit="") if played.picks else None
        self.shown.value = _html(shown)


def _dropdown(key: str, options: list[tuple[str, Any]]) -> Any:
    return widgets.Dropdown(
        options=options,
        description=text(f"02-scheduling.lab.{key}"),
        style=WIDE,
        layout={"width": "36em"},
    )


def _slider(key: str, *, low: int, high: int, value: int) -> Any:
    return widgets.IntSlider(
        min=low,
        max=high,
        value=value,
        description=text(f"02-scheduling.lab.{key}"),
        style=WIDE,
        layout={"width": "36em"},
        continuous_update=False,
    )


def _status(sentence: str) -> str:
    """A sentence that screen readers say again whenever it changes."""
    return f'<p role="status" aria-live="polite">{html.escape(sentence)}</p>'


def _html(shown: Any) -> str:
    if shown is None:
        return ""
    # As JupyterLab shows the same outside a widget; without this class, table heads run together.
    style = "padding: 0; line-height: normal"
    return f'<div class="jp-RenderedHTMLCommon" style="{style}">{shown._repr_html_()}</div>'
