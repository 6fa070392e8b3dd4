"""A usual run goes by the clock: sleeps and timeouts take their time, and nobody waits for real."""

from __future__ import annotations

import time

import pytest

from autograder.explorer.settings import Settings
from autograder.explorer.source import Program
from autograder.explorer.usual import usual_run


def usually(source: str, start_method: str = "spawn") -> str:
    """What the main process of a program writes in its usual run."""
    with usual_run(Program(source, "program.py"), Settings(start_method)) as machine:
        return "".join(text for _, text, _ in machine.processes[0].output)


TWO = """
import time
from multiprocessing import Process, Queue

def put(queue, seconds):
    time.sleep(seconds)
    queue.put(seconds)

if __name__ == "__main__":
    queue = Queue()
    for seconds in (3, 1, 2):
        Process(target=put, args=(queue, seconds)).start()
    print(queue.get(), queue.get(), queue.get())
"""


@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_who_sleeps_less_comes_first(start_method: str) -> None:
    """Three sleepers wake in the order of their sleeps, whoever was started first."""
    assert usually(TWO, start_method) == "1 2 3\n"


def test_nobody_waits_for_real(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour of sleep passes on the program's clock, and the real ``sleep`` is never called."""
    monkeypatch.delattr(time, "sleep")
    assert usually("import time\ntime.sleep(3600)\nprint(time.monotonic() > 3600)\n") == "True\n"


WAITING = """
import time
from multiprocessing import Event, Process

def late(event):
    time.sleep(2)
    event.set()

if __name__ == "__main__":
    event = Event()
    Process(target=late, args=(event,)).start()
    begun = time.monotonic()
    print(event.wait(1), round(time.monotonic() - begun), event.wait(40), round(time.monotonic() - begun))
"""


def test_a_timeout_runs_out_at_its_time_and_not_before() -> None:
    """One that is too short runs out when it says; one that is long enough does not."""
    assert usually(WAITING) == "False 1 True 2\n"


def test_what_waits_for_ever_ends_the_run() -> None:
    """When nobody can move any more, that was all."""
    assert usually("from multiprocessing import Lock\nl = Lock()\nl.acquire()\nl.acquire()\n") == ""
