"""A forked child has copies of all that its parent has; what is shared stays shared."""

from __future__ import annotations

import pytest

from autograder.explorer.doing import Halt
from tests.autograder.explorer.running import outcomes

HEAD = """
from multiprocessing import *
import collections, contextlib, dataclasses, enum, functools
"""


def said(source: str, start_method: str = "fork") -> set[tuple[str, ...]]:
    """What the child of a program can say: the lines it may write, of each interleaving."""
    found = set()
    for each in outcomes(HEAD + source, start_method):
        assert not each.errors
        found.add(dict(each.lines)["0.1"])
    return found


def child(definitions: str, body: str, target: str = "task") -> str:
    """A program with `definitions`, whose only child does `body`."""
    inside = "\n".join(f"    {line}" for line in body.splitlines())
    main = f"p = Process(target={target})\n    p.start()\n    p.join()\n"
    return f"{definitions}\ndef task():\n{inside}\nif __name__ == '__main__':\n    {main}"


MONEY = """
from multiprocessing import Process
money = 100

def task():
    global money
    money = 666
    print("child", money)

if __name__ == "__main__":
    p = Process(target=task)
    p.start()
    p.join()
    print(money)
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_what_a_child_assigns_its_parent_does_not_see(method: str) -> None:
    """The notes' own program: processes do not share their variables."""
    (outcome,) = outcomes(MONEY, method)
    assert outcome.text == ("100", "child 666")


def test_a_forked_child_begins_with_what_its_parent_had() -> None:
    """A spawned one begins with the module as it is written."""
    source = """
stock = ["as written"]
def task():
    print(stock[0], __name__)
if __name__ == "__main__":
    stock[0] = "as changed"
    p = Process(target=task)
    p.start()
    stock[0] = "changed too late"
    p.join()
"""
    assert said(source, "fork") == {("as changed __main__",)}
    assert said(source, "spawn") == {("as written __mp_main__",)}


LOCK = """
from multiprocessing import Lock, Process, Value
lock = Lock()

def work(inside):
    with lock:
        inside.value += 1
        print("together" if inside.value > 1 else "alone")
        inside.value -= 1

if __name__ == "__main__":
    inside = Value("i", 0, lock=False)
    children = [Process(target=work, args=(inside,)) for _ in range(2)]
    for each in children:
        each.start()
    for each in children:
        each.join()
"""


def test_a_lock_of_the_module_is_one_lock_under_fork_and_many_under_spawn() -> None:
    """Under spawn each child makes its own, and nobody is kept out."""
    assert {each.text for each in outcomes(LOCK, "fork")} == {("alone", "alone")}
    assert ("alone", "together") in {each.text for each in outcomes(LOCK, "spawn")}


def test_fork_can_be_asked_for() -> None:
    """By context and by ``set_start_method``, whatever the default is."""
    for ask in ("get_context('fork').Process", "set_start_method('fork') or Process"):
        source = f"""
stock = [0]
def task():
    print(stock)
if __name__ == "__main__":
    stock[0] = 1
    p = ({ask})(target=task)
    p.start()
    p.join()
"""
        assert said(source, "spawn") == {("[1]",)}


def test_a_bound_method_as_target_is_of_a_copy() -> None:
    """What it changes, the parent's object does not show."""
    source = """
class Account:
    def __init__(self):
        self.money = [100]
    def spend(self):
        self.money.append(-1)
        print(self.money, self is account, isinstance(self, Account))
if __name__ == "__main__":
    account = Account()
    p = Process(target=account.spend)
    p.start()
    p.join()
    assert account.money == [100]
"""
    assert said(source) == {("[100, -1] True True",)}


def test_a_subclass_of_process_is_copied() -> None:
    """Its instance runs in the child, as an instance of the copied class."""
    source = """
class Worker(Process):
    made = []
    def __init__(self, n):
        super().__init__(name=f"worker {n}")
        self.n = n
        Worker.made.append(self)
    def run(self):
        print(self.name, self.n, len(Worker.made), self is Worker.made[0], type(self) is Worker)
if __name__ == "__main__":
    w = Worker(1)
    w.start()
    w.join()
"""
    assert said(source) == {("worker 1 1 1 True True",)}


def test_a_generator_in_the_middle_of_itself_ends_the_exploration() -> None:
    """It is not copied, and using the copy is not passed over in silence."""
    source = child("numbers = (n for n in range(3))\nnext(numbers)", "next(numbers)")
    with pytest.raises(Halt) as halted:
        outcomes(HEAD + source, "fork")
    assert "in the middle" in halted.value.fields["call"]


PIPE = """
def read(end):
    {close}
    try:
        while True:
            print(end.recv())
    except EOFError:
        print("end")
def main():
    out, into = Pipe(duplex=False)
    p = Process(target=read, args=(out,))
    p.start()
    into.send(1)
    into.close()
    p.join()
if __name__ == "__main__":
    into = None
    main()
"""


def test_a_child_has_every_end_open_that_its_parent_had() -> None:
    """Under fork it keeps the writing end open itself, and never sees the end; under spawn it does."""
    source = HEAD + PIPE.format(close="pass")
    assert {each.hangs for each in outcomes(source, "spawn")} == {False}
    assert {each.hangs for each in outcomes(source, "fork")} == {True}


def test_a_child_that_closes_its_copy_of_an_end_sees_the_end() -> None:
    """The end is open in the child under every reference to it; one ``close`` closes it there."""
    source = PIPE.format(close="into.close()").replace(
        "def main():", "def main():\n    global into"
    )
    assert said(source) == {("1", "end")}


def test_a_lock_held_at_the_fork_is_held_by_the_parent() -> None:
    """The child can neither take it nor, if it is recursive, give it back."""
    body = "print(lock.acquire(False))\ntry:\n    lock.release()\nexcept AssertionError as error:\n    print(error)"
    held = "lock = RLock()\nif __name__ == '__main__':\n    lock.acquire()"
    assert said(child(held, body)) == {
        ("False", "attempt to release recursive lock not owned by thread")
    }


def test_what_a_queue_has_yet_to_send_is_sent_once() -> None:
    """The parent's feeder sends it; the child's begins with nothing, and with an open queue."""
    source = """
def task():
    q.put("child")
    found = [q.get(), q.get()]
    print(sorted(found), q.empty(), q.qsize())
if __name__ == "__main__":
    q = Queue()
    q.put("parent")
    q.close()
    p = Process(target=task)
    p.start()
    p.join()
"""
    assert said(source) == {("['child', 'parent'] True 0",)}


def test_grandchildren_are_copies_of_copies() -> None:
    """Each generation adds to what it got, and nobody sees what the next one adds."""
    source = """
line = ["0"]
def task(deep):
    line.append(str(deep))
    if deep < 2:
        p = Process(target=task, args=(deep + 1,))
        p.start()
        p.join()
    print("".join(line))
if __name__ == "__main__":
    task(0)
"""
    (outcome,) = outcomes(HEAD + source, "fork")
    assert outcome.text == ("00", "001", "0012")


def test_own_modules_are_copied_too() -> None:
    """A module of the program's own is as the parent had it, and one for all of the child."""
    source = """
import shop
def task():
    from shop import sell
    print(sell(), shop.stock, type(shop.first) is shop.Item)
if __name__ == "__main__":
    shop.sell()
    p = Process(target=task)
    p.start()
    p.join()
    print(shop.stock)
"""
    shop = "stock = 3\nclass Item: pass\nfirst = Item()\ndef sell():\n    global stock\n    stock -= 1\n    return stock\n"
    (outcome,) = outcomes(HEAD + source, "fork", modules={"shop": shop})
    assert outcome.text == ("1 1 True", "2")
