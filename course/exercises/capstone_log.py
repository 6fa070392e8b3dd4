"""Lesson 15's third exercise: one process that writes down what all windows answer.

See :mod:`course.exercises.capstone` for the windows.
"""

from __future__ import annotations

from codecs import lookup
from collections.abc import Sequence
from typing import Any

from autograder.explorer.conditions import AtEnd, Condition, View
from autograder.scenario import Interleaved, Scenario
from course.exercises.marked import same, told

LOG = "office.log"
WRITING = """
from multiprocessing import Process, Queue

def window_opens(messages, log):
    for message in messages:
        log.put(message)
    log.put(None)
{opening}
if __name__ == "__main__":
    log = Queue()
    everybody = [Process(target=window_opens, args=(messages, log)) for messages in {told}]
    everybody.append(Process(target=keep_log, args=(log, {windows}, "{path}"), name="log"))
    for each in everybody:
        each.start()
    for each in everybody:
        each.join()
"""
SAYS_ENCODINGS = """
really_open = open

def open(file, mode="r", buffering=-1, encoding=None, *rest, **named):
    if "b" not in mode:
        print(f"⟪encoding⟫ {encoding!r}")
    return really_open(file, mode, buffering, encoding, *rest, **named)
"""
"""What `open` is told. Where nothing else is wrong only: a story shows these lines, not the learner's."""
Message = tuple[str, Any]


def writing(said: Sequence[Sequence[Message]], before: str = "") -> Scenario:
    """A window for each entry of `said`: the messages that it puts, in order, before its None.

    In the file are the lines of another day, `before`.
    """
    every = [f"{request}: {answer}" for messages in said for request, answer in messages]
    foreign = not "".join(every).isascii()

    def lines(view: View) -> list[str]:
        return (view.file(LOG) or b"").decode().splitlines()

    def joined(view: View) -> bool:
        """Whether all is there, and lines have no ends."""
        return lines(view) != every and "".join(lines(view)) == "".join(every)

    conditions: list[Condition] = [
        AtEnd("file", lambda view: view.file(LOG) is not None),
        AtEnd("begun-anew", lambda view: not before or before not in lines(view)),
        AtEnd(
            "encoding", lambda view: not foreign or _all_utf8(told(view, "encoding"), lines(view))
        ),
        AtEnd("line-ends", lambda view: not joined(view)),
        AtEnd("only-answers", lambda view: set(lines(view)) <= set(every)),
        AtEnd("not-twice", lambda view: len(lines(view)) <= len(every)),
    ]
    if len(said) > 1:
        conditions.append(AtEnd("every-window", lambda view: same(lines(view), every)))
    else:
        conditions += [
            AtEnd("kept", lambda view: len(every) < 2 or lines(view) != every[-1:]),
            AtEnd("to-the-end", lambda view: len(every) < 2 or lines(view) != every[:1]),
            AtEnd("once", lambda view: same(lines(view), every)),
            AtEnd("in-order", lambda view: lines(view) == every),
        ]
    main = WRITING.format(
        told=[list(each) for each in said],
        windows=len(said),
        path=LOG,
        opening=SAYS_ENCODINGS if foreign else "",
    )
    files = {LOG: f"{before}\n".encode()} if before else {}
    return Scenario(main=main, files=files, conditions=conditions)


def _all_utf8(encodings: Sequence[str | None], lines: Sequence[str]) -> bool:
    """Whether a file that could be decoded was opened as UTF-8 each time, and said so."""
    return bool(lines) and all(each and lookup(each).name == "utf-8" for each in encodings)


KEEP_LOG = Interleaved(
    id="15-capstone/log",
    name="keep_log",
    examples=(
        ([[("G1", True)]],),
        ([[("G2", True), ("G1", False), ("G3", True)]],),
        ([[("G1", True), ("G1", True), ("", False)]],),
        ([[], [("G1", True)]],),
        ([[("G1", True)], [("G2", False)]],),
        ([[]],),
        ([[("G1", True)]], "K9: False"),
        ([[("高铁", True)]],),
    ),
    scenario=writing,
)
