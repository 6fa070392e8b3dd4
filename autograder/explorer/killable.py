"""A request to the process in which a program is explored: watched, and given up in time."""

from __future__ import annotations

import queue
import time
from typing import Literal, Self

import msgspec

from autograder.explorer import rooms
from autograder.explorer.asking import (
    GRACE,
    START_SECONDS,
    STORY_SECONDS,
    Finding,
    Free,
    Progress,
    Ready,
    Refused,
    Request,
)
from autograder.explorer.records import Begun, Order, Over, Paused, Run

Message = Finding | Refused | Ready | Progress | Begun | Run | Paused | Free
Lost = Literal["time", "died"]
"""What becomes of a process that says nothing more, or nothing that makes sense."""
CLOSING_SECONDS = 2.0
"""How long it may take to be ready for another request."""


class Other:
    """The other process, from the request to its answer and until it is not needed any more.

    Args:
        request: What it is asked.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._decoder = msgspec.json.Decoder(Message)
        self._until = 0.0
        self._ready = self._telling = self._free = False
        self.executions = 0
        """How many executions it had tried when it was last heard of."""
        self.said = ""
        """What it wrote down of where it was when its time was up, or when it died."""

    def __enter__(self) -> Self:
        request = self._request
        if request.witness:
            self._room = rooms.taken()
        else:
            shown = [each.partition(":")[0] for each in request.conditions]
            self._room = rooms.Room(
                START_SECONDS + request.seconds + GRACE + STORY_SECONDS, shown=shown
            )
        self._since = self._room.said_so_far()
        asked = msgspec.json.encode(request)
        self._room.send(b"%d\n%b" % (len(asked), asked))
        self.allow(START_SECONDS)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._request.witness and rooms.wanted_again() and self._ended():
            rooms.give_back(self._room)
            return
        self._room.end()
        self.said = self._room.said(self._since).decode("utf-8", "replace")
        self._room.close()

    def _ended(self) -> bool:
        """Have it stop; whether it has, and is there to be asked again."""
        if self._free:
            return False  # it ended before it was to: what it reads next would not be an order
        self.order(Over())
        until = time.monotonic() + CLOSING_SECONDS
        while not self._free and time.monotonic() < until:
            self._until = until
            if isinstance(self.message(), str):
                break
        return self._free

    def order(self, order: Order) -> None:
        """Say what it is to do next."""
        self._room.send(msgspec.json.encode(order) + b"\n")

    def allow(self, seconds: float) -> None:
        """Give it so much time from now on."""
        self._until = time.monotonic() + seconds

    def message(self) -> Message | Lost:
        """The next thing that it says."""
        if time.monotonic() > self._until:
            return "time"  # however much it still has to say
        if self._free:
            return "died"
        try:
            line = self._room.line(self._until - time.monotonic())
            message: Message = self._decoder.decode(line)
        except queue.Empty:
            return "time"
        except (msgspec.DecodeError, RecursionError):
            return "died"
        match message:
            case Free():
                self._free = True
                return "died"  # for whoever still waits for an answer
            case Ready() if not self._ready:
                self._ready = True
                self.allow(self._request.seconds + GRACE)
            case Progress(executions, found):
                self.executions = executions
                if found and not self._telling:
                    self._telling = True
                    self.allow(STORY_SECONDS)
        return message

    def reply(self) -> Finding | Refused | Lost:
        """Its answer, or what became of it."""
        while True:
            message = self.message()
            if isinstance(message, (Finding, Refused, str)):
                return message
