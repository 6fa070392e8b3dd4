"""Processes that share an open file share the position in it, mistakes included."""

from __future__ import annotations

import pytest

from tests.autograder.explorer.running import outcomes

SHARED = """
from multiprocessing import Process
def child(opened): pass
if __name__ == "__main__":
    with open("ticket", "rb", buffering={buffering}) as opened:
        {before}
        helper = Process(target=child, args=(opened,))
        helper.start()
        helper.join()
        {after}
"""


def after_a_fork(after: str, before: str = "pass", buffering: int = 0) -> tuple[str, ...]:
    """What a program prints that goes on with a file which its child has open, too."""
    program = SHARED.format(before=before, after=after, buffering=buffering)
    (only,) = outcomes(program, "fork", files={"ticket": b"bun"})
    assert not only.errors
    return only.text


@pytest.mark.parametrize("buffering", [0, -1], ids=["raw", "buffered"])
@pytest.mark.parametrize("where", ["-5", "-5, 1", "-5, 2"])
def test_a_shared_position_is_never_before_the_beginning(where: str, buffering: int) -> None:
    """It is no valid one (EINVAL), and the position stays where it was."""
    seek = f"""
        opened.seek(1)
        try:
            opened.seek({where})
        except OSError as error:
            print(error.errno, opened.read())
    """
    assert after_a_fork(seek.strip(), buffering=buffering) == ("22 b'un'",)


def test_whoever_moves_a_shared_position_is_not_at_the_end_any_more() -> None:
    """Who has seen the end and then goes back may find something to read."""
    seen = "opened.readinto(bytearray(3)); opened.readinto(bytearray(3))"
    back = "print(opened.at_end); opened.seek(0); print(opened.at_end)"
    assert after_a_fork(back, seen) == ("False", "True")
