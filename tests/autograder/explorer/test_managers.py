"""A manager's objects: what a call is, what comes back, and what happens when the server is gone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.autograder.explorer.running import outcomes
from tests.autograder.explorer.small import explored, said, written

COUNT = """
def work(d, lock):
    {lock}d['count'] -= 1
"""
COUNTING = """
lock = Lock()
with Manager() as m:
    dic = m.dict({'count': 100})
    p_l = []
    for i in range(PROCESSES):
        p = Process(target=work, args=(dic, lock))
        p_l.append(p)
        p.start()
    for p in p_l:
        p.join()
    print(dic)
"""


@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_counting_down_without_a_lock_loses_counts(start_method: str) -> None:
    """``d["k"] -= 1`` is two calls: each wrong count is found, and the right one."""
    main = COUNTING.replace("PROCESSES", "3")
    found = explored(COUNT.format(lock=""), main, start_method)
    assert written(found) == {("{'count': 97}",), ("{'count': 98}",), ("{'count': 99}",)}


def test_counting_down_with_a_lock_is_right() -> None:
    """Under the lock there is one outcome only."""
    found = explored(COUNT.format(lock="with lock: "), COUNTING.replace("PROCESSES", "3"))
    assert written(found) == {("{'count': 97}",)}


PROGRAM = Path(__file__).with_name("manager_program.py")


@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_every_object_behaves_as_the_real_one(start_method: str, tmp_path: Path) -> None:
    """A tour of all proxies writes what it writes for real, on this Python: results, texts, errors."""
    source = PROGRAM.read_text(encoding="utf-8").replace("START_METHOD", start_method)
    path = tmp_path / "program.py"
    path.write_text(source, encoding="utf-8")
    real = subprocess.run(
        [sys.executable, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    (only,) = outcomes(source, start_method)
    assert only.errors == ()
    assert dict(only.lines)["0"] == tuple(sorted(real.stdout.splitlines()))


def test_changing_a_nested_list_changes_a_copy() -> None:
    """What is got out of a managed dictionary is a copy; a managed list in it is the list itself."""
    main = """
    with Manager() as m:
        d = m.dict(plain=[1], managed=m.list([1]))
        d["plain"].append(2)
        d["managed"].append(2)
        print(d["plain"], d["managed"])
    """
    assert said("", main) == {("[1] [1, 2]",)}


def test_proxies_travel_through_queues_and_other_proxies() -> None:
    """Wherever a proxy arrives, it refers to the same object."""
    body = """
    def work(q):
        q.get().append(1)
        q.get()["inside"].append(2)
    """
    main = """
    with Manager() as m:
        q, l = m.Queue(), m.list()
        q.put(l)
        q.put(m.dict(inside=l))
        p = Process(target=work, args=(q,))
        p.start()
        p.join()
        print(l)
    """
    assert said(body, main) == {("[1, 2]",)}


def test_a_manager_queue_is_full_at_once() -> None:
    """There is no feeder: what was put is there, so ``empty`` is never True after ``put``."""
    main = """
    with Manager() as m:
        q = m.Queue(1)
        q.put([1])
        print(q.empty(), q.full(), q.qsize())
    """
    assert said("", main) == {("False True 1",)}


def test_a_bounded_queue_makes_the_producer_wait() -> None:
    """Both end; the consumer gets everything in order."""
    body = """
    def produce(q):
        for n in range(3):
            q.put(n)
    """
    main = """
    with Manager() as m:
        q = m.Queue(1)
        p = Process(target=produce, args=(q,))
        p.start()
        print([q.get() for _ in range(3)])
        p.join()
    """
    found = explored(body, main)
    assert written(found) == {("[0, 1, 2]",)}
    assert not any(each.stuck for each in found)


def test_join_of_a_queue_waits_for_every_task_done() -> None:
    """One ``task_done`` too few and the producer waits for ever."""
    body = """
    def consume(q, times):
        for n in range(2):
            q.get()
            if n < times:
                q.task_done()
    """
    main = """
    with Manager() as m:
        q = m.JoinableQueue()
        q.put(1)
        q.put(2)
        p = Process(target=consume, args=(q, TIMES))
        p.start()
        q.join()
        print("joined")
        p.join()
    """
    assert said(body, main.replace("TIMES", "2")) == {("joined",)}
    assert all(each.hangs for each in explored(body, main.replace("TIMES", "1")))


def test_a_managed_event_and_barrier_let_all_go() -> None:
    """Nobody is left behind."""
    body = """
    def work(e, b, l):
        e.wait()
        b.wait()
        l.append(1)
    """
    main = """
    with Manager() as m:
        e, b, l = m.Event(), m.Barrier(2), m.list()
        ps = [Process(target=work, args=(e, b, l)) for _ in range(2)]
        for p in ps: p.start()
        e.set()
        for p in ps: p.join()
        print(l)
    """
    found = explored(body, main)
    assert written(found) == {("[1, 1]",)}
    assert not any(each.stuck for each in found)


def test_a_notify_that_comes_first_is_lost() -> None:
    """A sleeper that has not looked at anything sleeps for ever in some interleaving."""
    body = """
    def sleeper(c):
        with c:
            c.wait()
    """
    main = """
    with Manager() as m:
        c = m.Condition()
        p = Process(target=sleeper, args=(c,))
        p.start()
        with c:
            c.notify()
        p.join()
    """
    assert {each.hangs for each in explored(body, main)} == {True, False}


def test_an_rlock_belongs_to_the_process_that_took_it() -> None:
    """Another one cannot release it."""
    body = """
    def other(r):
        r.release()
    """
    main = """
    with Manager() as m:
        r = m.RLock()
        r.acquire()
        p = Process(target=other, args=(r,))
        p.start()
        p.join()
        r.release()
        print(p.exitcode)
    """
    (only,) = explored(body, main)
    assert only.errors == (("0.2", "RuntimeError: cannot release un-acquired lock"),)


def test_leaving_the_manager_before_the_children_are_done() -> None:
    """A child may be in time, or find no server, or lose its connection to it."""
    body = """
    def late(d):
        d["k"] = 1
        d["k"] += 1
    """
    main = """
    with Manager() as m:
        d = m.dict()
        p = Process(target=late, args=(d,))
        p.start()
    p.join()
    """
    found = explored(body, main)
    errors = {each.errors[0][1].partition(":")[0] if each.errors else "" for each in found}
    assert errors == {"", "FileNotFoundError", "BrokenPipeError"}
    assert not any(each.stuck for each in found)


def test_who_waits_when_the_server_stops_gets_an_end_of_file() -> None:
    """A blocked call never hangs longer than its manager lives."""
    body = """
    def waiter(q):
        try:
            q.get()
        except EOFError:
            print("eof")
    """
    main = """
    with Manager() as m:
        q = m.Queue()
        p = Process(target=waiter, args=(q,))
        p.start()
        PAUSE
    p.join()
    """
    found = explored(body, main.replace("PAUSE", ""))
    assert any(("eof",) in [lines for _, lines in each.lines] for each in found)
    assert not any(each.stuck for each in found)


def test_the_server_ends_with_the_process_that_started_it() -> None:
    """A manager that nobody shuts down is stopped at the end."""
    (only,) = explored("", "m = Manager()\nprint(m.list([1]))")
    assert only.exits == (("0", 0), ("0.1", 0))


def test_objects_of_the_programs_own_classes_live_in_the_server() -> None:
    """Two calls are two operations, even if one call is not."""
    body = """
    class Account:
        def __init__(self, n): self.n = n
        def get(self): return self.n
        def set(self, n): self.n = n
    class Bank(BaseManager): pass
    Bank.register("Account", Account)
    def pay(a):
        a.set(a.get() + 1)
    """
    main = """
    with Bank() as bank:
        a = bank.Account(0)
        ps = [Process(target=pay, args=(a,)) for _ in range(2)]
        for p in ps: p.start()
        for p in ps: p.join()
        print(a.get())
    """
    assert said(body, main) == {("1",), ("2",)}


def test_a_manager_without_the_guard_fails_as_spawned_children_do() -> None:
    """The server's process runs the module again, and must not start another."""
    (only,) = outcomes("from multiprocessing import Manager\nm = Manager()\n")
    assert dict(only.errors).keys() == {"0", "0.1"}
    assert dict(only.errors)["0"].startswith("EOFError")
