"""A Gantt chart shows every slice, and its words say what it shows."""

from __future__ import annotations

import subprocess
import sys

import pytest
from matplotlib.patches import Rectangle

from autograder import messages
from course.gantt import LOOKS, Picture, Slice, describe_gantt, draw_gantt, show_gantt

SOME = [
    Slice("A", 0, 3),
    Slice("B", 1, 3, "wait"),
    Slice("B", 3, 4, "switch"),
    Slice("B", 4, 6),
    Slice("B", 6, 9, "io"),
]


@pytest.fixture(autouse=True, params=messages.LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every behaviour holds in both languages."""
    monkeypatch.setattr(messages, "_chosen", request.param)
    return str(request.param)


def test_rows_stand_in_order_of_first_appearance_from_the_top() -> None:
    """The first `who` is at the top."""
    axes = draw_gantt([Slice("B", 0, 1), Slice("A", 1, 2), Slice("B", 2, 3)]).axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["B", "A"]
    bottom, top = axes.get_ylim()
    assert bottom > top


def test_every_slice_is_a_bar_from_its_start_to_its_end() -> None:
    """Nothing is left out or moved."""
    bars = {
        (round(bar.get_x(), 9), round(bar.get_x() + bar.get_width(), 9))
        for bar in draw_gantt(SOME).axes[0].patches
        if isinstance(bar, Rectangle)
    }
    assert bars == {(each.start, each.end) for each in SOME}


def test_kinds_differ_by_more_than_colour() -> None:
    """Hatch and height alone tell every kind from every other."""
    assert len({(look.hatch, look.height) for look in LOOKS.values()}) == len(LOOKS)


def test_the_legend_names_only_kinds_that_occur(language: str) -> None:
    """No entry for what is not in the picture."""
    legend = draw_gantt([Slice("A", 0, 1)]).axes[0].get_legend()
    assert legend is not None
    names = {"zh": "运行", "en": "runs"}
    assert [each.get_text() for each in legend.get_texts()] == [names[language]]


def test_time_is_marked_where_something_changes() -> None:
    """The axis names the very moments of the schedule, with its unit."""
    axes = draw_gantt(SOME, unit="ms").axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == [*"013469"]
    assert "(ms)" in axes.get_xlabel()


def test_too_many_moments_are_left_to_matplotlib() -> None:
    """A hundred slices do not write a hundred numbers over each other."""
    axes = draw_gantt([Slice("A", n, n + 1) for n in range(100)]).axes[0]
    assert len(axes.get_xticks()) < 20


def test_words_say_every_slice() -> None:
    """Whoever cannot see the picture learns each start and end."""
    words = describe_gantt(SOME, unit="")
    assert all(f"{each.start:g}–{each.end:g}" in words for each in SOME)
    assert len(words.splitlines()) == 2


def test_a_picture_carries_its_words() -> None:
    """In a notebook the image has a name and the words below; in a terminal there are the words."""
    picture = show_gantt(SOME, title="A & B")
    assert isinstance(picture, Picture)
    assert picture.png.startswith(b"\x89PNG")
    assert 'alt="A &amp; B"' in picture._repr_html_()
    assert describe_gantt(SOME).splitlines()[0] in repr(picture)


def test_no_slice_is_an_error_that_says_what_to_do() -> None:
    """An empty picture would say nothing."""
    with pytest.raises(ValueError, match="Run something first"):
        draw_gantt([])


def test_importing_it_does_not_import_matplotlib() -> None:
    """Children import this module; drawing is for the notebook."""
    code = "import course.gantt, course.scheduling, sys; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
