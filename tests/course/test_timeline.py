"""Recording what processes did, and showing it."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from autograder import messages
from course import context, fonts
from course.timeline import (
    Event,
    Tape,
    describe_timeline,
    draw_timeline,
    mark,
    record,
    show_timeline,
    span,
    timeline_table,
)
from course.timeline.layout import bar_lanes, label_lanes, time_scale
from course.timeline.tape import PLACE, Kind

MARK: Kind = "mark"
BEGIN: Kind = "begin"
END: Kind = "end"
GUESTS = [
    Event(time + number / 100, 11 + number, f"guest {number}", text, kind)
    for number in range(3)
    for time, text, kind in (
        (0.10, "comes in", MARK),
        (0.11, "singing", BEGIN),
        (0.12, "orders tea", MARK),
        (0.60, "singing", END),
        (0.61, "goes home", MARK),
    )
]
KARAOKE = Tape(
    [
        Event(0.00, 10, "MainProcess", "opens the door"),
        Event(0.01, 10, "MainProcess", "waits for everybody", "begin"),
        *GUESTS,
        Event(0.90, 10, "MainProcess", "waits for everybody", "end"),
    ]
)


@pytest.fixture(autouse=True)
def english() -> None:
    """Every sentence below is the English one, and pictures can write Chinese."""
    fonts.use()
    messages.use("en")


def test_without_a_tape_marking_does_nothing() -> None:
    """A program runs the same whether or not somebody records it."""
    mark("nobody listens")
    with span("nobody looks"):
        pass
    assert context.get(PLACE) is None


def test_marks_and_spans_are_in_the_order_of_time() -> None:
    """What was said first stands first, with times from the start of the recording."""
    with record() as tape:
        mark("first")
        with span("work"):
            mark("inside")
        mark("last")
    assert [(event.text, event.kind) for event in tape.events] == [
        ("first", "mark"),
        ("work", "begin"),
        ("inside", "mark"),
        ("work", "end"),
        ("last", "mark"),
    ]
    times = [event.time for event in tape.events]
    assert times == sorted(times)
    assert times[0] >= 0
    assert tape.length == times[-1]


def test_a_tape_can_be_read_while_it_is_recording() -> None:
    """Events so far are there before the block ends."""
    with record() as tape:
        assert repr(tape) == "<Tape: 0 events of 0 processes>"
        mark("hello")
        assert [event.text for event in tape.events] == ["hello"]


def test_other_processes_write_to_the_tape() -> None:
    """A process that knows the place writes to it under its own pid, on the same clock."""
    code = "import sys; from course import context; from course.timeline import mark; "
    code += f"context.put({PLACE!r}, sys.argv[1]); mark('包子')"
    with record() as tape:
        mark("before")
        subprocess.run([sys.executable, "-c", code, str(context.get(PLACE))], check=True)
        mark("after")
    assert [event.text for event in tape.events] == ["before", "包子", "after"]
    assert len(tape.rows) == 2


def test_an_inner_recording_takes_over_and_gives_back() -> None:
    """Inside another recording the inner tape hears what is said; the outer goes on afterwards."""
    with record() as outer:
        mark("one")
        with record() as inner:
            mark("two")
        mark("three")
    assert [event.text for event in outer.events] == ["one", "three"]
    assert [event.text for event in inner.events] == ["two"]
    assert context.get(PLACE) is None


def test_what_is_said_too_late_is_lost_without_an_error() -> None:
    """A process that outlives the recording goes on undisturbed."""
    with record():
        place = context.get(PLACE)
    assert place is not None
    context.put(PLACE, place)
    try:
        mark("too late")
    finally:
        context.drop(PLACE)


def test_an_error_in_a_span_still_ends_it() -> None:
    """A span ends when its block does, however that ends."""
    with record() as tape, pytest.raises(RuntimeError), span("work"):
        raise RuntimeError
    assert tape.spans[0].end is not None


def test_a_span_of_a_killed_process_stays_open() -> None:
    """An end that was never said is None, and the words say so."""
    tape = Tape([Event(1.0, 7, "A", "work", "begin"), Event(2.0, 8, "B", "goes on")])
    assert tape.spans[0].end is None
    assert "its end was not recorded" in describe_timeline(tape)
    bar = draw_timeline(tape).axes[0].patches[0]
    assert isinstance(bar, Rectangle)
    assert bar.get_width() == pytest.approx(1.0)
    assert bar.get_linestyle() == "--"


def test_an_end_closes_the_latest_open_span_of_its_text() -> None:
    """Spans of one text nest like brackets, for each process on its own."""
    tape = Tape(
        [
            Event(0, 7, "A", "x", "begin"),
            Event(1, 7, "A", "x", "begin"),
            Event(2, 8, "B", "x", "begin"),
            Event(3, 7, "A", "x", "end"),
            Event(4, 7, "A", "x", "end"),
        ]
    )
    assert [(each.pid, each.start, each.end) for each in tape.spans] == [
        (7, 0, 4),
        (7, 1, 3),
        (8, 2, None),
    ]


@given(
    st.lists(
        st.tuples(st.floats(0, 100), st.floats(0.1, 50)), max_size=30, unique_by=lambda it: it[0]
    )
)
def test_labels_touch_neither_each_other_nor_a_thread(labels: list[tuple[float, float]]) -> None:
    """On one line no two labels overlap, and no thread to a lower line runs through a label."""
    lanes = label_lanes(labels)
    for (one, lane), (other, other_lane) in combinations(zip(labels, lanes, strict=True), 2):
        (left, right) = sorted([one, other])
        if lane == other_lane:
            assert left[0] + left[1] <= right[0]
    for (moment, _), lane in zip(labels, lanes, strict=True):
        above = [it for it, other in zip(labels, lanes, strict=True) if other < lane]
        assert not any(start < moment < start + width for start, width in above)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=20))
def test_bars_of_one_line_do_not_overlap(bars: list[tuple[int, int]]) -> None:
    """Bars that overlap in time lie on different lines."""
    spans = sorted((start, start + length) for start, length in bars)
    lanes = bar_lanes(spans)
    for (one, lane), (other, other_lane) in combinations(zip(spans, lanes, strict=True), 2):
        assert lane != other_lane or one[1] <= other[0]


@given(
    st.floats(0.1, 1000),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0.1, 5)), max_size=10),
)
def test_every_label_ends_inside_the_plot(length: float, labels: list[tuple[float, float]]) -> None:
    """The scale leaves room for the label of the last moment."""
    placed = [(moment * length, width) for moment, width in labels]
    scale = time_scale(10, length, placed)
    assert all(moment * scale + width <= 10 + 1e-6 for moment, width in placed)
    assert length * scale <= 10 + 1e-6


PIPE = Tape(Event(number * 0.08, 7, "cook", f"sends bun {number}") for number in range(10))


@pytest.mark.parametrize("tape", [KARAOKE, PIPE], ids=["spans", "marks"])
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_no_two_words_of_a_picture_overlap(tape: Tape, language: str) -> None:
    """In the drawn picture the boxes around the labels are apart, row names included."""
    messages.use(language)
    figure = draw_timeline(tape, title="KTV")
    figure.draw_without_rendering()
    axes = figure.axes[0]
    words = [*axes.texts, *axes.get_yticklabels()]
    boxes = [word.get_window_extent() for word in words]
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 for box in boxes)


def test_bars_of_one_meaning_look_alike_and_others_differ_without_colour() -> None:
    """Colour and hatch go with the text of a span."""
    bars = draw_timeline(KARAOKE).axes[0].patches[:4]
    hatches = [bar.get_hatch() for bar in bars]
    assert hatches[0] != hatches[1]
    assert hatches[1] == hatches[2] == hatches[3]


def test_nothing_recorded_is_said_and_not_drawn() -> None:
    """An empty tape is a mistake whose cure is named."""
    with pytest.raises(ValueError, match=r"mark\(\)"):
        draw_timeline(Tape())


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_words_and_table_tell_every_event(language: str) -> None:
    """Whoever cannot see the picture reads the same."""
    messages.use(language)
    words, table = describe_timeline(KARAOKE), str(timeline_table(KARAOKE))
    for event in KARAOKE.events:
        assert event.text in words
        assert f"{event.time:.3f}" in table
    assert show_timeline(KARAOKE).sentence == words


def test_recording_loads_nothing_heavy() -> None:
    """A child process that only marks must not pay for pictures."""
    code = "import sys; from course.timeline import mark; "
    code += "print([name for name in ('matplotlib', 'IPython', 'psutil') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def looks(first: str, then: str, **colours: str) -> dict[str, tuple[Any, str]]:
    """Colour and hatch of two bars by their words, `first` the earlier one."""
    events = [
        Event(time, 7, "A", words, kind)
        for words, start in ((first, 0.0), (then, 1.0))
        for time, kind in ((start, BEGIN), (start + 0.9, END))
    ]
    figure = draw_timeline(Tape(events), colours=colours)
    patches = [each for each in figure.axes[0].patches if isinstance(each, Rectangle)]
    bars = [each for each in patches if each.get_edgecolor() == (0, 0, 0, 1)]
    found = sorted(bars, key=lambda bar: bar.get_x())
    return {
        words: (bar.get_facecolor(), bar.get_hatch() or "")
        for words, bar in zip((first, then), found, strict=True)
    }


def test_the_same_words_look_the_same_in_another_picture() -> None:
    """Whoever came first: two pictures are there to be compared."""
    assert looks("letter one", "letter two") == looks("letter two", "letter one")


def test_words_can_have_a_colour_of_their_own() -> None:
    """A red light is red, and nothing else is."""
    red, waits = (0xD5 / 255, 0x5E / 255, 0, 1), looks("waits", "red")["waits"]
    assert looks("waits", "red", red="#D55E00")["red"][0] == red
    assert looks("waits", "red", red="#D55E00")["waits"] == waits
    assert looks("waits", "red", red=to_hex(waits[0]).upper())["waits"][0] != waits[0]


def test_many_marks_make_no_staircase() -> None:
    """Labels a little wider than the gaps stand above and hang below their dots by turns."""
    figure = draw_timeline(PIPE)
    heights = {round(label.xy[1], 3) for label in figure.axes[0].texts}
    assert len(figure.axes[0].texts) == 10
    assert len(heights) == 2


def test_words_are_not_said_again_below_a_bar_that_looks_the_same() -> None:
    """What fits into one bar of a row need not hang below its shorter likes."""
    events = [
        Event(time, 7, "cook", "makes", kind)
        for start, end in ((0.0, 0.01), (0.02, 0.03), (0.1, 1.0))
        for time, kind in ((start, BEGIN), (end, END))
    ]
    assert [label.get_text() for label in draw_timeline(Tape(events)).axes[0].texts] == ["makes"]


def test_a_long_silence_at_the_beginning_is_left_out() -> None:
    """A slow machine may take long to start a process; what happens then needs the room."""

    def begin(first: float) -> float:
        events = [Event(first + number / 10, 7, "A", "eats") for number in range(5)]
        return float(draw_timeline(Tape(events)).axes[0].get_xlim()[0])

    assert begin(0.1) == 0
    assert 1.9 < begin(2.0) < 2.0
