"""What a program gets when it imports: what is not modelled says so, what failed is not there."""

from __future__ import annotations

import pytest

from autograder.explorer.doing import Halt
from autograder.explorer.virtual import imports
from tests.autograder.explorer.running import outcomes


@pytest.mark.parametrize("start_method", ["fork", "spawn"])
def test_queue_has_the_exceptions_of_queues(start_method: str) -> None:
    """They are what processes' queues raise."""
    program = """
from multiprocessing import Queue
from queue import Empty, Full
import multiprocessing.queues
box = Queue(1)
try: box.get(block=False)
except Empty: print("empty", Empty is multiprocessing.queues.Empty)
box.put(1)
try: box.put(2, block=False)
except Full: print("full", Full is multiprocessing.queues.Full)
"""
    found = outcomes(program, start_method)
    assert {each.text for each in found} == {("empty True", "full True")}


@pytest.mark.parametrize("name", ["Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"])
def test_queues_of_threads_are_not_modelled(name: str) -> None:
    """Who waits for one would wait for real, and for ever."""
    with pytest.raises(Halt) as caught:
        outcomes(f"import queue\nqueue.{name}().get()")
    assert caught.value.reason == "unsupported"
    assert caught.value.fields == {"call": f"queue.{name}"}


def test_what_queue_does_not_have_it_does_not_have() -> None:
    """A name that the real module lacks is a mistake of the program's."""
    (only,) = outcomes("import queue\nprint(hasattr(queue, 'Heap'), hasattr(queue, 'Queue'))")
    assert only.text == ("False True",)


FAILS = """
import __main__
class Bun: pass
__main__.Bun = Bun
print("runs")
raise ValueError("no")
"""


@pytest.mark.parametrize("start_method", ["fork", "spawn"])
def test_a_module_that_fails_is_not_there(start_method: str) -> None:
    """It is run again when it is wanted again, and what it left behind cannot be pickled."""
    program = """
import pickle
from multiprocessing import Process
for _ in range(2):
    try: import fails
    except ValueError as error: print(error)
try: pickle.dumps(Bun())
except pickle.PicklingError: print("never")
def child(): print("child")
if __name__ == "__main__":
    helper = Process(target=child)
    helper.start()
    helper.join()
"""
    (only,) = outcomes(program, start_method, modules={"fails": FAILS})
    times = 1 if start_method == "fork" else 2
    never, no, runs = ["never"] * times, ["no"] * 2 * times, ["runs"] * 3 * times
    assert only.text == ("child", *never, *no, *runs)


def test_no_pure_module_has_a_virtual_one() -> None:
    """Where there is a virtual module the real one is never asked for."""
    assert not imports.PURE & {*imports._once, *imports._each}
