"""The parts of a prepared kernel, each without a kernel."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from autograder import messages
from course import context, pace, travel
from course.child import LineStream, Link, parse_address
from course.relay import CELL_LIMIT, Relay


class Page:
    """What was published, as a browser would gather it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.shown: list[tuple[str, str, str]] = []

    def __call__(self, cell: str, stream: str, text: str) -> None:
        self.shown.append((cell, stream, text))

    def text(self, cell: str) -> str:
        """All text of one cell."""
        return "".join(text for of, _, text in self.shown if of == cell)


@pytest.fixture
def page() -> Page:
    """An empty page."""
    return Page()


@pytest.fixture
def relay(page: Page) -> Iterator[Relay]:
    """A relay that publishes to the page; closed when the test is over."""
    relay = Relay(page, cut=lambda: "(cut)")
    yield relay
    relay.close()


@contextmanager
def child(relay: Relay, cell: str) -> Iterator[Link]:
    """A child's connection, made in this process."""
    settings = relay.settings(cell)
    link = Link(settings["relay"], settings["token"], settings["cell"])
    yield link
    relay.settle()
    link.close()


def test_lines_arrive_whole_and_in_their_cell(relay: Relay, page: Page) -> None:
    """Two children that print at once do not tear each other's lines."""

    def chatter(name: str) -> None:
        with child(relay, f"cell-{name}") as link:
            stream = LineStream(link, "stdout")
            for number in range(200):
                print(name, number, "x" * 500, file=stream)

    threads = [threading.Thread(target=chatter, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name in "ab":
        assert page.text(f"cell-{name}").splitlines() == [
            f"{name} {number} {'x' * 500}" for number in range(200)
        ]


def test_half_a_line_waits_for_its_end(relay: Relay, page: Page) -> None:
    """Unless it is flushed, as a progress bar does."""
    with child(relay, "c") as link:
        stream = LineStream(link, "stdout")
        stream.write("one\ntw")
        relay.settle()
        assert page.text("c") == "one\n"
        stream.write("o")
        stream.flush()
    assert page.text("c") == "one\ntwo"


def test_a_flood_is_cut_once(relay: Relay, page: Page) -> None:
    """A browser chokes on millions of lines; the reader is told."""
    with child(relay, "c") as link:
        stream = LineStream(link, "stdout")
        for _ in range(30):
            stream.write("x" * (CELL_LIMIT // 20) + "\n")
    assert page.text("c").count("(cut)") == 1
    assert len(page.text("c")) < 2 * CELL_LIMIT


def test_a_stranger_is_not_published(relay: Relay, page: Page) -> None:
    """Only children know the token."""
    family, place = parse_address(relay.settings("c")["relay"])
    with socket.socket(family) as stranger:
        stranger.connect(place)
        stranger.sendall(
            b'{"token": "wrong", "cell": "c"}\n{"stream": "stdout", "text": "forged"}\n'
        )
        relay.settle()
    assert page.shown == []


def test_addresses() -> None:
    """Unix sockets where there are any, else a port of this machine."""
    assert parse_address("unix:/a/b")[1] == "/a/b"
    assert parse_address("tcp:80")[1] == ("127.0.0.1", 80)


@pytest.mark.parametrize("module", ["course", "autograder", "course.child"])
def test_importing_costs_a_child_next_to_nothing(module: str) -> None:
    """No Matplotlib, IPython, NumPy or ipywidgets: every child process pays for what is imported."""
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"matplotlib", "IPython", "numpy", "ipywidgets", "asyncio", "msgspec", "psutil"}
    assert not heavy & set(run.stdout.split())


def test_the_pace_is_a_number_of_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """By call, else by BAOZI_PACE, else the default; anything else is refused in words."""
    assert pace.current_pace() == pace.DEFAULT_PACE
    monkeypatch.setenv("BAOZI_PACE", "0.5")
    assert pace.current_pace() == 0.5
    pace.set_pace(2)
    assert pace.current_pace() == 2.0
    with pytest.raises(ValueError, match="0 or more"):
        pace.set_pace(float("nan"))
    context.drop("pace")
    monkeypatch.setenv("BAOZI_PACE", "fast")
    with pytest.raises(ValueError, match="BAOZI_PACE is 'fast'"):
        pace.current_pace()


def test_reasons_why_something_cannot_travel() -> None:
    """A lambda, an inner function, a generator, an open file; a plain function has none."""
    messages.use("en")

    def inner() -> None:
        """Cannot be found by name."""

    assert "lambda" in (travel.why_not(lambda: 0) or "")
    assert "made inside" in (travel.why_not(inner) or "")
    assert "generator" in (travel.why_not(n for n in "a") or "")
    with open(__file__, encoding="utf-8") as file:
        assert "open file" in (travel.why_not(file) or "")
    assert travel.why_not(test_addresses) is None
