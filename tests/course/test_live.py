"""What the operating system says of processes, in the lessons' words."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import count, cycle

import psutil
import pytest

from autograder import messages
from course import fonts
from course.exercises.specimens import STATES as SPECIMENS
from course.exercises.specimens import hidden, process_that
from course.live import Row, State, Watch, look, process_table, show_three_states, state_of, watch
from course.live.diagram import draw_three_states
from course.live.states import STATES, status_from_letters
from course.timeline import describe_timeline


@pytest.fixture(autouse=True)
def english() -> None:
    """Every sentence below is the English one, and pictures can write Chinese."""
    fonts.use()
    messages.use("en")


def fake(*states: tuple[State, ...]) -> Watch:
    """A watch over processes a, b, … whose looks see `states`, one second apart."""
    clock = count()
    looks = [iter(each) for each in zip(*states, strict=True)]
    pids = range(1_000_000_000, 1_000_000_000 + len(looks))
    names = dict(zip("abc", pids, strict=False))
    columns = dict(zip(names, looks, strict=True))

    def see(name: str, _: object) -> Row:
        return Row(name, names[name], next(columns[name]))

    model = Watch(names, clock=lambda: float(next(clock)), see=see)
    for _ in states:
        model.look()
    return model


@pytest.mark.parametrize("specimen", sorted(set(SPECIMENS) - hidden()))
def test_state_of_knows_every_specimen(specimen: str) -> None:
    """Real processes held in a known state are named by it."""
    with process_that(specimen) as pid:
        assert state_of(pid) == SPECIMENS[specimen]


def test_every_status_of_psutil_has_a_word() -> None:
    """No status that Linux, macOS or Windows report is left without a state."""
    own = {"running", "sleeping", "disk-sleep", "stopped", "tracing-stop", "zombie", "dead", "idle"}
    assert own <= set(STATES)
    assert {messages.text(f"live.states.{state}") for state in STATES.values()}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("R+", "running"),
        ("Ss", "sleeping"),
        ("I", "idle"),
        ("U", "disk-sleep"),
        ("T", "stopped"),
        ("Z+\n", "zombie"),
        ("", None),
        ("?", None),
    ],
)
def test_letters_of_ps_are_understood(said: str, status: str | None) -> None:
    """On macOS the first letter of ps's STAT column decides."""
    assert status_from_letters(said) == status


def test_a_reused_pid_is_not_taken_for_the_process() -> None:
    """A process of psutil's whose pid belongs to a newer one is gone."""
    with process_that("reads") as pid:
        process = psutil.Process(pid)
        assert state_of(process) == "blocked"
    assert state_of(process) == "gone"


def test_a_table_has_a_row_for_each_process() -> None:
    """Name, pid and state are there, in the order given; what is gone has no figures."""
    with process_that("collected") as gone:
        rows = process_table({"me": os.getpid(), "it": gone}).rows
    assert [row[:3] for row in rows] == [
        ("me", os.getpid(), "running or ready"),
        ("it", gone, "gone"),
    ]
    assert rows[1][3:] == ("–", "–", "–")


def test_a_table_has_the_columns_asked_for() -> None:
    """Only those, in that order, under their heads."""
    table = process_table({"me": os.getpid()}, columns=("pid", "name"))
    assert list(table.head) == ["pid", "process"]
    assert table.rows == [(os.getpid(), "me")]


def test_a_row_holds_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """State and the system's word never contradict each other, however fast they change."""
    words = cycle(["running", "sleeping"])
    monkeypatch.setattr("course.live.states.status_of", lambda _: next(words))
    rows = [look([os.getpid()])[0] for _ in range(4)]
    assert [STATES[row.status] for row in rows] == [row.state for row in rows]


def test_a_word_unknown_to_us_counts_as_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a state that psutil has no word for it says ?; looking at it is no error."""
    monkeypatch.setattr("course.live.states.status_of", lambda _: "?")
    assert state_of(os.getpid()) == "blocked"


def test_things_with_a_pid_are_welcome() -> None:
    """Popen and psutil's processes can be looked at as well as pids."""
    with process_that("reads") as pid:
        rows = look([pid, psutil.Process(pid)])
    assert [row.pid for row in rows] == [pid, pid]
    assert len({row.name for row in rows}) == 2


def test_a_process_that_was_never_started_is_refused() -> None:
    """Without a pid there is nothing to look at, and the message says what to do."""
    from multiprocessing import Process

    with pytest.raises(ValueError, match="start"):
        look([Process(name="bun")])


def test_a_watch_tells_the_states_one_after_another() -> None:
    """Repetitions count once; the watch is over when all have ended."""
    model = fake(("running", "blocked"), ("running", "gone"), ("blocked", "gone"), ("gone", "gone"))
    assert model.states == {"a": ["running", "blocked", "gone"], "b": ["blocked", "gone"]}
    assert model.over
    assert not fake(("gone", "running")).over


def test_a_watch_becomes_a_tape() -> None:
    """A state lasts from the look that saw it first to the one that saw another; gone is a mark."""
    tape = fake(("running",), ("running",), ("blocked",), ("gone",)).tape
    assert [(each.start, each.end, each.text) for each in tape.spans] == [
        (1, 3, "running or ready"),
        (3, 4, "blocked"),
    ]
    assert [(each.time, each.text) for each in tape.marks] == [(4, "gone")]


def test_a_state_that_lasts_ends_with_the_last_look() -> None:
    """What was still so at the last look is drawn up to it."""
    tape = fake(("running",), ("running",)).tape
    assert [(each.start, each.end) for each in tape.spans] == [(1, 2)]
    assert describe_timeline(tape).startswith("a (pid")


@pytest.fixture
def reader() -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends when its input does."""
    with subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        yield process


def test_watching_leaves_no_thread_behind(reader: subprocess.Popen[bytes]) -> None:
    """When the block ends so does the thread, though the process goes on."""
    before = set(threading.enumerate())
    with watch({"reader": reader}) as seen:
        assert set(threading.enumerate()) > before
    assert set(threading.enumerate()) == before
    assert not seen.over


def test_an_interrupted_block_leaves_no_thread_behind(reader: subprocess.Popen[bytes]) -> None:
    """Interrupting the cell ends the thread, and the interrupt arrives."""
    before = set(threading.enumerate())
    with pytest.raises(KeyboardInterrupt), watch({"reader": reader}):
        raise KeyboardInterrupt
    assert set(threading.enumerate()) == before


def test_the_last_look_comes_after_the_block(reader: subprocess.Popen[bytes]) -> None:
    """What happened in the block is seen, however short the block was."""
    with watch({"reader": reader}, every=60) as seen:
        reader.communicate(b"\n")
    assert seen.states["reader"][-1] == "gone"
    assert seen.over


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_words_of_the_diagram_do_not_overlap(language: str) -> None:
    """Boxes and reasons keep apart, and the sentence names every state."""
    messages.use(language)
    figure = draw_three_states()
    figure.draw_without_rendering()
    boxes = [words.get_window_extent() for words in figure.axes[0].texts if words.get_text()]
    assert len(boxes) == 11
    for number, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[number + 1 :])
    for state in ("ready", "running", "blocked"):
        assert (
            messages.text(f"live.diagram.{state}").lower() in show_three_states().sentence.lower()
        )
