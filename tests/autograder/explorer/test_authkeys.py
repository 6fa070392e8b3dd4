"""A child's authentication key is its parent's as of when its Process object was made, or its own."""

from __future__ import annotations

import pytest

from tests.autograder.explorer.running import outcomes

FAMILY = """
from multiprocessing import Process, current_process
def grandchild(): print("grandchild", bytes(current_process().authkey))
def child(key):
    print("child", bytes(current_process().authkey))
    if key:
        current_process().authkey = key
    helper = Process(target=grandchild)
    helper.start()
    helper.join()
if __name__ == "__main__":
    {before}
    helper = Process(target=child, args=({key},))
    {after}
    helper.start()
    helper.join()
"""
NOTHING = "pass"
MINE = "current_process().authkey = b'abc'"


@pytest.mark.parametrize("start_method", ["fork", "spawn"])
@pytest.mark.parametrize(
    ("before", "after", "key", "child", "grandchild"),
    [
        (MINE, NOTHING, None, b"abc", b"abc"),
        (MINE, NOTHING, b"new", b"abc", b"new"),
        (MINE, "current_process().authkey = b'late'", None, b"abc", b"abc"),
        (MINE, "helper.authkey = b'own'", None, b"own", b"own"),
        (NOTHING, MINE, None, bytes(32), bytes(32)),
    ],
    ids=["inherited", "set by a child", "set too late", "given", "set too late at first"],
)
def test_keys_are_inherited(
    before: str, after: str, key: bytes | None, child: bytes, grandchild: bytes, start_method: str
) -> None:
    """Whoever sets a key hands it on to the children that it makes from then on."""
    program = FAMILY.format(before=before, after=after, key=key)
    (only,) = outcomes(program, start_method)
    assert only.text == (f"child {child!r}", f"grandchild {grandchild!r}")
