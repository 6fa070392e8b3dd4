"""What a program that is graded gets of the standard library: nothing that leads behind its objects."""

from __future__ import annotations

import pytest

from autograder.cells import Cell
from autograder.explorer.outside import explore
from autograder.explorer.reports import Verdict
from autograder.explorer.virtual import vetted
from autograder.prying import pried

UNSEEN = {
    "a module's module": "import enum\nfound = enum.bltns.eval('1')",
    "text in an annotation": "from functools import singledispatch\nfound = singledispatch(print)",
    "fields with other names": (
        "from dataclasses import astuple, dataclass, fields\n"
        "@dataclass\nclass D:\n    a: int = 1\n"
        "fields(D)[0].name = '_' + '_dict_' + '_'\nfound = astuple(D())"
    ),
    "fields of a text": "from dataclasses import make_dataclass\nmake_dataclass('D', ['a'])",
    "arguments by name": "import argparse\nargparse.ArgumentParser()",
    "what was copied on the way": (
        "import copy\nfrom multiprocessing import Process\nfound = {}\ncopy.deepcopy(Process(), found)"
    ),
    "a copy of ours": "import copy\nfrom multiprocessing import Lock\ncopy.deepcopy(Lock())",
    "bytes that call": (
        "from multiprocessing import Pipe\none, other = Pipe()\n"
        "one.send_bytes(b\"cbuiltins\\neval\\n(S'1'\\ntR.\")\nfound = other.recv()"
    ),
    "bytes in a queue": (
        "from multiprocessing import Queue\nqueue = Queue()\n"
        "queue._writer.send_bytes(b\"cbuiltins\\neval\\n(S'1'\\ntR.\")\nfound = queue.get()"
    ),
    "a module that nobody looked at": "import reprlib\nfound = reprlib.Repr()",
    "a class of classes": "M = type(int)\nfound = M('P', (), {'_' + '_match_args_' + '_': ('a',)})",
    "a field that is code": (
        "from dataclasses import dataclass, field\nfound = field()\n"
        "@dataclass\nclass D:\n    a: int = found\nfound.name = 'a or print(eval)'"
    ),
    "what keeps a process": "from multiprocessing import Process\nfound = Process()._record",
    "what a lock is to the world": "from multiprocessing import Lock\nfound = Lock()._thing()",
    "a pipe of any name": "from multiprocessing import Pipe\nfound = Pipe()[0]._channel('value-0:1')",
    "a process of one's own": (
        "from multiprocessing import Process\nclass P(Process):\n    pass\nfound = P()._record"
    ),
    "another name for a stream": (
        "from contextlib import redirect_stdout\nr = redirect_stdout(None)\nr._name = 'argv'"
    ),
    "a property that is kept under another name": (
        "from functools import cached_property\nclass P:\n    @cached_property\n    def x(self):\n"
        "        return 1\nP.x.attrname = '_rec' + 'ord'"
    ),
}
"""Ways that no name in the code gives away."""
SAME = """
import collections, copy, enum, functools, json, math, operator, re, string
from abc import ABC, abstractmethod
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from json.decoder import JSONDecodeError
from multiprocessing import Pipe, Process, Queue
from typing import Any

class Kind(enum.Enum):
    BUN = "bun"

@dataclass(frozen=True)
class Order:
    kind: Kind
    count: int = field(default=1)

class Cook(ABC):
    @abstractmethod
    def cook(self) -> Any: ...

def told(function):
    @functools.wraps(function)
    def inside(*given):
        return function(*given)
    return inside

@told
def work(queue: Queue) -> None:
    queue.put(collections.Counter("abca"))
    queue.put(Order(Kind.BUN, math.gcd(4, 6)))

if __name__ == "__main__":
    queue = Queue()
    worker = Process(target=work, args=(queue,))
    worker.start()
    assert queue.get() == {"a": 2, "b": 1, "c": 1}
    assert queue.get() == Order(Kind.BUN, 2)
    worker.join()
    assert work.__name__ == "work"
    with suppress(JSONDecodeError):
        json.loads("{")
    assert copy.deepcopy([{"a": [1]}]) == [{"a": [1]}]
    assert sorted(["b", "a"], key=operator.itemgetter(0)) == ["a", "b"]
    assert re.sub("[aeiou]", "", string.ascii_lowercase[:5]) == "bcd"
    one, other = Pipe()
    one.send_bytes(b"bun")
    got = other.recv_bytes()
    assert (got, type(got)) == (b"bun", bytes)
"""


@pytest.mark.parametrize("source", UNSEEN.values(), ids=UNSEEN.keys())
def test_what_leads_behind_is_not_to_be_had(source: str) -> None:
    """It is not modelled, and so passes nothing; without a referee nobody could gain by it."""
    assert pried([Cell("Cell In[1]", source)]) is None
    found = explore(source, witnessed=True)
    assert found.verdict is Verdict.UNSUPPORTED, found.message


def test_what_learners_use_is_as_it_was() -> None:
    assert pried([Cell("Cell In[1]", SAME)]) is None
    found = explore(SAME, witnessed=True)
    assert found.verdict is Verdict.HOLDS, found.message


HOLDERS = """
    Process json json.JSONEncoder json.dumps type(lock) os os.environ os.path multiprocessing contextlib print
    open statistics.mean Counter Enum suppress random.randint datetime.datetime sys.stdout lock
""".split()
IMPORTS = """
import contextlib, datetime, json, multiprocessing, os, random, statistics, sys
from collections import Counter
from contextlib import suppress
from enum import Enum
from multiprocessing import Lock, Process
lock = Lock()
"""


@pytest.mark.parametrize("way", ["{}.busy = 1", "setattr({}, 'busy', 1)", "del {}.busy"])
@pytest.mark.parametrize("holder", HOLDERS)
def test_nothing_is_left_where_other_processes_find_it(holder: str, way: str) -> None:
    """A library's class is one for all: who marks it tells the others something, without an operation."""
    found = explore(IMPORTS + way.format(holder), witnessed=True)
    assert found.verdict is Verdict.UNSUPPORTED, found.message


def test_a_list_of_a_module_is_each_process_s_own() -> None:
    """What one puts into it, another one does not find there."""
    source = (
        "import keyword\nfrom multiprocessing import Process\n"
        "def work():\n    assert 'bun' not in keyword.kwlist\n"
        "if __name__ == '__main__':\n    keyword.kwlist.append('bun')\n"
        "    worker = Process(target=work)\n    worker.start()\n    worker.join()\n"
    )
    assert explore(source, witnessed=True).verdict is Verdict.HOLDS


OWN = """
from functools import cache
from multiprocessing import Array, Manager, Process, Value, current_process

class Clerk(Process):
    done = 0

    def __init__(self, count):
        super().__init__()
        self._count = count
        self.daemon = False

    def run(self):
        Clerk.done += 1
        count.calls = 1
        self._count.value += self._step()

    def _step(self):
        return 1

@cache
def count():
    return count.calls

if __name__ == "__main__":
    current_process().name = "jason"
    total, word = Value("i", 0), Array("c", 5)
    word.value = b"buns"
    clerk = Clerk(total)
    clerk.name = "egon"
    clerk.start()
    clerk.join()
    with Manager() as manager:
        space = manager.Namespace()
        space.x = total.value
        assert space.x == 1
    error = ValueError("no ink")
    error.page = 3
    del error.page
    total.value = 2
    assert Clerk.done == 0
"""


def test_with_its_own_a_program_may_do_what_it_likes() -> None:
    """And set what is made to be set."""
    assert pried([Cell("Cell In[1]", OWN)]) is None
    found = explore(OWN, witnessed=True)
    assert found.verdict is Verdict.HOLDS, found.message


@pytest.mark.parametrize("name", vetted._NAMES)
def test_what_is_offered_is_no_module(name: str) -> None:
    """A module would bring along whatever it imported."""
    offered = vetted.contents(name)
    assert offered
    assert not [each for each in offered.values() if isinstance(each, type(pytest))]
