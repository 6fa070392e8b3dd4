"""Files that several processes use: all that they could tell of them is an operation."""

from __future__ import annotations

from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import Program
from tests.autograder.explorer.running import Outcome, outcomes

TICKETS = """
import json, time
from multiprocessing import Process, Lock
def stock(sign, held=None):
    if sign == "r":
        with open("ticket", mode="r", encoding="utf-8") as f:
            return json.load(f)
    with open("ticket", mode="w", encoding="utf-8") as f:
        json.dump(held, f)
def get_ticket(person):
    held = stock("r")
    time.sleep(0.5)
    if held["count"] > 0:
        print(person, "got one")
        held["count"] -= 1
        stock("w", held)
def run(person, lock):
    {before}
    with lock:
        {inside}
        get_ticket(person)
if __name__ == "__main__":
    lock, other = Lock(), Lock()
    people = [Process(target=run, args=("Li", lock)), Process(target=run, args=("Song", {lock}))]
    for person in people: person.start()
    for person in people: person.join()
"""
ONE_TICKET = {"ticket": b'{"count": 1}'}
LOOK_UP = 'print(person, "sees", stock("r")["count"])'


def tickets(before: str = "pass", inside: str = "pass", lock: str = "lock") -> set[Outcome]:
    """What two buyers can come to, depending on where they look the stock up."""
    source = TICKETS.format(before=before, inside=inside, lock=lock)
    return outcomes(source, files=ONE_TICKET)


def sold(found: set[Outcome]) -> set[int]:
    """How many tickets may be sold."""
    return {sum(line.endswith("got one") for line in each.text) for each in found}


def executions(source: str) -> int:
    """In how many ways a program must be run for all its interleavings to be known."""
    registry = Registry()
    return len(list(Search(lambda: Machine(Program(source), Settings(), registry)).results()))


def test_looking_up_outside_the_lock_can_meet_an_emptied_file() -> None:
    """Between ``open("w")`` and the flush of what is written the file is there, and empty."""
    found = tickets(before=LOOK_UP)
    errors = {error.partition(":")[0] for each in found for _, error in each.errors}
    assert errors == {"JSONDecodeError"}
    assert sold(found) == {1}


def test_looking_up_inside_the_lock_is_right() -> None:
    """The repaired program sells one ticket, and nothing else can happen."""
    found = tickets(inside=LOOK_UP)
    assert not any(each.errors for each in found)
    assert sold(found) == {1}


def test_without_a_common_lock_a_ticket_is_sold_twice() -> None:
    """And each buyer may meet the file that the other has emptied."""
    found = tickets(lock="other")
    assert {1, 2} <= sold(found)
    assert any(each.errors for each in found)


def test_a_terminated_process_flushes_nothing() -> None:
    """Its buffer is lost; whether the file was made at all depends on when the signal came."""
    source = """
import os, time
from multiprocessing import Process
def task():
    f = open("x", "w"); f.write("text"); time.sleep(9); f.close()
if __name__ == "__main__":
    p = Process(target=task); p.start(); p.terminate(); p.join()
    print(p.exitcode, open("x").read() if os.path.exists("x") else None)
"""
    assert {each.text for each in outcomes(source)} == {
        ("-15 ",), ("-15 None",), ("-15 text",), ("0 text",),
    }  # fmt: skip


def test_processes_with_files_of_their_own_have_nothing_to_do_with_each_other() -> None:
    """Five that each make a file in one folder are one execution, unless somebody lists it."""
    source = """
import os
from multiprocessing import Process
def task(n):
    with open(f"own{n}", "w") as f: f.write("x")
if __name__ == "__main__":
    for n in range(5): Process(target=task, args=(n,)).start()
"""
    assert executions(source) == 1
    assert executions(source.replace("range(5)", "range(2)") + "    os.listdir()") == 4


def test_a_file_is_replaced_in_one_act() -> None:
    """Who reads sees the old text or the new one, never none: the way out of the empty file."""
    source = """
import os
from multiprocessing import Process
def task():
    with open("new", "w") as f: f.write("new")
    os.replace("new", "text")
if __name__ == "__main__":
    p = Process(target=task); p.start()
    print(open("text").read())
"""
    found = {each.text for each in outcomes(source, files={"text": b"old"})}
    assert found == {("old",), ("new",)}


def test_lines_that_are_appended_stay_whole() -> None:
    """Each flush in mode ``a`` writes at the end, wherever that is by then."""
    source = """
from multiprocessing import Process
def task(n):
    with open("log", "a") as f: f.write(f"{n}"); f.write("!")
if __name__ == "__main__":
    ps = [Process(target=task, args=(n,)) for n in (1, 2)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(open("log").read())
"""
    assert {each.text for each in outcomes(source)} == {("1!2!",), ("2!1!",)}


def test_who_waits_for_a_file_is_no_livelock() -> None:
    """A reader that asks again and again gets there, in a few executions."""
    source = """
import time
from multiprocessing import Process
def task():
    while True:
        with open("flag") as f: text = f.read()
        if text: break
        time.sleep(0.1)
    print(text)
if __name__ == "__main__":
    open("flag", "w").close()
    p = Process(target=task); p.start()
    with open("flag", "w") as f: f.write("go")
"""
    (only,) = outcomes(source)
    assert only.text == ("go",)


def test_a_forked_child_shares_the_position_in_an_open_file() -> None:
    """And has a copy of what waits in its buffers, to be written and to be read."""
    source = """
from multiprocessing import Process
def task():
    log.write("child "); log.flush(); print("child", text.read(2), raw.read(2))
if __name__ == "__main__":
    log, text, raw = open("log", "w"), open("abc"), open("abc", "rb", buffering=0)
    log.write("start "); text.read(1); raw.read(1)
    p = Process(target=task); p.start(); p.join()
    log.write("end"); log.close()
    print("parent", text.read(), raw.read(), open("log").read())
"""
    (only,) = outcomes(source, "fork", files={"abc": b"abcdef"})
    assert only.text == ("child bc b'bc'", "parent bcdef b'def' start child start end")


def test_an_open_file_cannot_be_sent_to_a_spawned_child() -> None:
    """``start`` raises, as for real."""
    source = """
from multiprocessing import Process
if __name__ == "__main__":
    Process(target=print, args=(open("x", "w"),)).start()
"""
    (only,) = outcomes(source)
    assert only.errors == (("0", "TypeError: cannot pickle 'TextIOWrapper' instances"),)
