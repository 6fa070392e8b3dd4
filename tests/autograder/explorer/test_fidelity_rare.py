"""What hardly any program does, and what is true of it: over all interleavings, and for real where it lasts."""

from __future__ import annotations

import pytest

from autograder.explorer.exploring import explore
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Settings
from autograder.explorer.source import Program

CHANGED = """
from multiprocessing import Process, Queue, Value

def ann(queue):
    found = ["ann"]
    queue.put(found)
    found.append(2)

def bob(queue, value):
    value.value
    assert queue.get() == ["ann", 2]

if __name__ == "__main__":
    queue, value = Queue(), Value("i", 0)
    both = [Process(target=ann, args=(queue,)), Process(target=bob, args=(queue, value))]
    for each in both:
        each.start()
    for each in both:
        each.join()
"""
"""The feeder may be faster than the change, whatever bob does before he gets it."""

DROPPED = """
from multiprocessing import Process

def work():
    assert open("note").read() == "0"

if __name__ == "__main__":
    open("note", "w").write("0")
    process = Process(target=work)
    process.start()
    process.join()
    assert process.exitcode == 0
"""

CHARACTERS = """
from multiprocessing import Array, Process

def write(array):
    array.value = b"xyz"

if __name__ == "__main__":
    array = Array("c", b"abc")
    process = Process(target=write, args=(array,))
    process.start()
    assert array.value in (b"abc", b"xyz")
    process.join()
"""

PATIENT = """
from multiprocessing import Event, Lock, Process

def late(go, lock):
    lock.acquire(timeout=31)
    go.set()

if __name__ == "__main__":
    go, lock = Event(), Lock()
    lock.acquire()
    process = Process(target=late, args=(go, lock))
    process.start()
    assert go.wait(3600)
    process.join()
"""

UNJOINED = """
from multiprocessing import Process, Value

def work(value):
    pass

if __name__ == "__main__":
    Process(target=work, args=(Value("i", 0),)).start()
"""

BROKEN_OFF = """
from multiprocessing import Pipe, Process

def give(writer):
    writer.send(b"x" * 200_000)

if __name__ == "__main__":
    reader, writer = Pipe(False)
    process = Process(target=give, args=(writer,))
    process.start()
    writer.close()
    reader.poll(None)
    reader.close()
    process.join()
    assert process.exitcode == 1
"""

KILLED = """
from multiprocessing import Process, Queue

def eat(queue):
    queue.get()

if __name__ == "__main__":
    queue = Queue()
    process = Process(target=eat, args=(queue,))
    process.start()
    process.terminate()
    process.join()
"""

TWICE = """
from multiprocessing import Process, connection

def work():
    pass

if __name__ == "__main__":
    process = Process(target=work)
    process.start()
    connection.wait([process.sentinel, process.sentinel])
"""


CALLED_BACK = """
import time
from multiprocessing import Pool

got = []

def add(x):
    return x + 1

if __name__ == "__main__":
    pool = Pool(1)
    pool.apply_async(add, (1,), callback=got.append)
    pool.close()
    {sleep}
    pool.join()
    assert got == [2]
"""


KILLED_IN = {
    name: f"""
from multiprocessing import JoinableQueue, Process

def work(q):
    {work}

if __name__ == "__main__":
    q = JoinableQueue()
    q.put("pork")
    child = Process(target=work, args=(q,))
    child.start()
    child.terminate()
    child.join()
    {then}
"""
    for name, work, then in [
        ("join", "q.join()", "q.get(), q.task_done(), q.join()"),
        ("put", "q.put(1)", "q.get()"),
        ("task_done", "q.task_done()", "q.put(1)"),
    ]
}
"""A child that is killed in a call of a queue's which holds, or waits with, a lock of the queue's own."""

DAEMON = """
from multiprocessing import Process, Queue

def takes(q):
    while True:
        q.get()

def puts(q):
    q.put(1)

if __name__ == "__main__":
    q = Queue()
    Process(target=takes, args=(q,), daemon=True).start()
    Process(target=puts, args=(q,), daemon={daemon}).start()
"""


def _explored(text: str, method: str = "spawn") -> Report:
    return explore(Program(text), Settings(method))


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_a_thing_is_sent_before_or_after_its_change(method: str) -> None:
    assert _explored(CHANGED, method).kind == "assertion"


@pytest.mark.parametrize("method", ["spawn", "fork"])
@pytest.mark.parametrize("text", [DROPPED, CHARACTERS, PATIENT], ids=["file", "array", "timeout"])
def test_this_holds(text: str, method: str) -> None:
    assert _explored(text, method).verdict is Verdict.HOLDS


def test_the_lock_of_a_value_is_looked_for_by_name_too() -> None:
    assert _explored(UNJOINED).fields["detail"] == "FileNotFoundError"


def test_the_rest_of_a_message_breaks_off_when_the_reader_goes() -> None:
    report = _explored(BROKEN_OFF)
    assert report.fields["detail"] == "BrokenPipeError"


@pytest.mark.parametrize("text", [KILLED, *KILLED_IN.values()], ids=["get", *KILLED_IN])
def test_who_is_killed_inside_the_library_leaves_doubts(text: str) -> None:
    """Real runs of these hang now and then, and the one in join always does."""
    report = _explored(text)
    assert (report.verdict, report.notes) == (Verdict.BOUNDED, ("killed-inside",))


def test_whose_parent_ends_as_the_last_one_keeps_nobody_waiting() -> None:
    """Daemons are killed while they wait for more: nobody is left whom that could harm."""
    assert _explored(DAEMON.format(daemon=True), "fork").verdict is Verdict.HOLDS
    assert _explored(DAEMON.format(daemon=False), "fork").notes == ("killed-inside",)


def test_the_same_thing_is_not_waited_for_twice() -> None:
    assert _explored(TWICE).fields["detail"] == "KeyError"


def test_a_callback_may_come_while_the_program_sleeps() -> None:
    """What it would see if it looked then was not tried; without the sleep there is nothing to see."""
    assert _explored(CALLED_BACK.format(sleep="time.sleep(1)")).notes == ("pool-callbacks",)
    assert _explored(CALLED_BACK.format(sleep="")).verdict is Verdict.HOLDS
