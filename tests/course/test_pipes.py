"""The stage of lesson 12: who has which end open."""

from __future__ import annotations

import os
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from autograder import messages
from course import pipes
from course.pipes import Ends

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")


@linux
@pytest.mark.parametrize("duplex", [True, False])
def test_both_ends_are_told_apart(duplex: bool) -> None:
    """A pair of sockets and a one-way pipe alike; and a closed end is seen to be closed."""
    left, right = Pipe(duplex)
    ends = Ends(left=left, right=right)
    assert ends.open_in(os.getpid()) == {"left": True, "right": True}
    left.close()
    assert ends.open_in(os.getpid()) == {"left": False, "right": True}
    right.close()
    assert ends.open_in(os.getpid()) == {"left": False, "right": False}


@linux
def test_a_copy_is_the_same_end() -> None:
    """What is open under another number is open."""
    left, right = Pipe()
    ends = Ends(left=left)
    copy = Connection(os.dup(left.fileno()))
    left.close()
    assert ends.open_in(os.getpid()) == {"left": True}
    copy.close()
    assert ends.open_in(os.getpid()) == {"left": False}
    right.close()


@linux
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_table_has_a_row_for_each_process(language: str) -> None:
    """One that has ended has nothing open."""
    messages.use(language)
    left, right = Pipe()
    ends = Ends(left=left, right=right)
    right.close()
    lines = str(ends.show({"main": None, "nobody": 2**30})).split("\n")
    words = {key: messages.text(f"12-pipe.ends.{key}") for key in ("open", "closed")}
    rows = {line.split()[0]: line.split()[1:] for line in lines if line}
    assert rows["main"] == [words["open"], words["closed"]]
    assert rows["nobody"] == [words["closed"], words["closed"]]
    left.close()


def test_where_the_system_does_not_tell_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """A guess would be worse."""
    monkeypatch.setattr(pipes, "_PROC", pipes.Path(str(tmp_path)))
    left, right = Pipe()
    ends = Ends(left=left, right=right)
    assert ends.open_in(os.getpid()) is None
    messages.use("en")
    assert str(ends.show({"main": None})).count("not told") == 2
    left.close()
    right.close()
