"""No child process outlives its notebook, however the notebook ends."""

from __future__ import annotations

import os
import signal
from tempfile import TemporaryDirectory

import psutil
import pytest

from tests.kernels import Kernel, descendants, is_helper, kernel, still_running

pytestmark = pytest.mark.slow

STARTED = """
import time
from multiprocessing import Pool, Process, get_context
def forever(how):
    if how == "stubborn":
        import signal
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(0.05)
def parent():
    Process(target=forever, args=("grandchild",)).start()
    forever("")
crowd = [Process(target=forever, args=("stubborn",)), Process(target=parent)]
crowd += [get_context(m).Process(target=forever, args=("",)) for m in ("fork", "spawn")]
for each in crowd:
    each.start()
pool = Pool(2)
waiting = pool.map_async(forever, ["", ""])
time.sleep(1)
print("started")
"""


def crowd(of: Kernel) -> list[psutil.Process]:
    """Start children of every kind, one that ignores SIGTERM and one with a child of its own."""
    assert "started" in of.run(STARTED).stdout
    found = descendants(of.pid)
    assert len(found) >= 7
    return found


def test_children_end_when_the_kernel_is_killed() -> None:
    """A SIGKILL leaves the kernel no time to clean up: the children themselves must notice."""
    with kernel() as one:
        children = crowd(one)
        psutil.Process(one.pid).kill()
        assert not still_running(children)


def test_children_end_when_the_kernel_is_restarted() -> None:
    """JupyterLab's restart button shuts the kernel down and starts another."""
    with kernel() as one:
        children = crowd(one)
        one.manager.restart_kernel(now=False)
        assert not still_running(children)


def test_children_end_when_the_kernel_shuts_down() -> None:
    """Closing the notebook ends its kernel in an orderly way; that must not wait for children."""
    with kernel() as one:
        children = crowd(one)
        one.manager.shutdown_kernel(now=False)
        assert not still_running(children)


EVERYTHING = """
from multiprocessing import Array, Lock, Manager, Pool, Process, Queue, get_context
from autograder import check
def work(lock, queue):
    with lock:
        queue.put(1)
for method in ("fork", "spawn", "forkserver"):
    context = get_context(method)
    lock, queue = context.Lock(), context.Queue()
    child = context.Process(target=work, args=(lock, queue))
    child.start()
    queue.get()
    child.join()
shared, manager, pool = Array("i", 3), Manager(), Pool(1)
things = manager.list([pool.apply(abs, (-1,))])
def purchase(*_):
    raise ValueError
try:
    check("06-lock/overlap")
except AssertionError:
    print("done")
"""


@pytest.mark.parametrize("method", ["", "spawn"])
def test_nothing_is_left_when_the_kernel_shuts_down(
    method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends by itself, and has time to: no folder, no process, whatever a notebook made use of."""
    # A socket's path holds some hundred bytes, and a test's own folder has most of them in its name.
    with TemporaryDirectory(prefix="b") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setenv("BAOZI_START_METHOD", method)
        with kernel() as one:
            assert "done" in one.run(EVERYTHING).stdout
            children = descendants(one.pid)
            assert os.listdir(folder) != []
            one.manager.shutdown_kernel(now=False)
            assert not still_running(children)
            assert os.listdir(folder) == []


def test_children_end_when_their_cell_is_interrupted() -> None:
    """The stop button ends the cell and its children, quietly; the notebook goes on."""
    with kernel() as one:
        children = crowd(one)
        cell = one.send("print('joining', flush=True)\n[each.join() for each in crowd]")
        while "joining" not in one.shown[cell].stdout:
            one.read(30)
        one.manager.interrupt_kernel()
        shown = one.finish(cell)
        assert "KeyboardInterrupt" in shown.error
        # The fork server and the resource tracker serve later cells; they are no children.
        helpers = [each for each in children if is_helper(each) and each.ppid() == one.pid]
        assert not still_running([each for each in children if each not in helpers])
        assert one.run("p = Process(target=print, args=('again',)); p.start(); p.join()").stdout


CHECKED = """
from autograder import check
def purchase(*_):
    raise ValueError({why!r})
try:
    check("06-lock/overlap")
except AssertionError:
    print("checked")
"""


@pytest.mark.parametrize("ending", ["killed", "shut down"])
def test_what_explores_is_kept_for_the_next_check_and_ends_with_the_kernel(ending: str) -> None:
    """To start it takes longer than most explorations; a notebook's next check finds it there."""
    with kernel() as one:
        assert "checked" in one.run(CHECKED.format(why="no ink")).stdout
        first = descendants(one.pid)
        assert "checked" in one.run(CHECKED.format(why="no pen")).stdout
        assert [each.pid for each in descendants(one.pid)] == [each.pid for each in first] != []
        if ending == "killed":
            psutil.Process(one.pid).kill()
        else:
            one.manager.shutdown_kernel(now=False)
        assert not still_running(first)


def test_the_stop_button_prints_no_traceback_for_each_child() -> None:
    """Ten KeyboardInterrupts are noise: only the cell's own is shown."""
    with kernel() as one:
        cell = one.send(
            "import time\nfrom multiprocessing import Process\n"
            "ps = [Process(target=time.sleep, args=(60,)) for _ in range(3)]\n"
            "for p in ps: p.start()\nprint('up', flush=True)\nfor p in ps: p.join()"
        )
        while "up" not in one.shown[cell].stdout:
            one.read(30)
        one.manager.signal_kernel(signal.SIGINT)
        assert one.finish(cell).stderr == ""
