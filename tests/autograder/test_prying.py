"""What reaches behind the objects that a program is given is not explored by a check."""

from __future__ import annotations

import pytest

from autograder import bank, messages
from autograder.cells import Cell
from autograder.checking import examine_notebook
from autograder.exercise import exercises, lessons
from autograder.prying import pried
from autograder.scenario import Interleaved
from autograder.verdict import Verdict
from tests.lessons import ANSWERS, definitions_with

WAYS = {
    "subclasses": "object.__subclasses__()",
    "globals of a function": "print.__globals__",
    "a name put together": "getattr(3, '__class' + '__')",
    "another name for getattr": "look = getattr",
    "getattr as a function": "list(map(getattr, [3], ['real']))",
    "a pattern": "match 3:\n    case int(__dict__=found):\n        pass",
    "a frame": "try:\n    1 / 0\nexcept Exception as error:\n    error.__traceback__.tb_frame",
    "a generator's frame": "(each for each in ()).gi_frame",
    "a module's module": "import enum\nenum.sys",
    "from a module's modules": "from typing import sys",
    "sys.modules": "import sys\nsys.modules",
    "operator": "from operator import attrgetter",
    "our own modules": "import autograder.explorer.virtual.imports as ours",
    "text as code": "eval('1')",
    "builtins": "import builtins",
    "the namespace": "globals()['x'] = 1",
    "format's way": "'{0.__class__.__base__}'.format(3)",
    "what is handed to a method of ours": "class P(Process):\n    def _reaped(self, record):\n        pass",
    "another answer to what one is": "class P:\n    def __instancecheck__(self, other):\n        return True",
    "how it is pickled": "class P:\n    def __reduce__(self):\n        return print, ()",
    "another name for a function": "def f():\n    pass\nf.__qualname__ = 'P.' + '_' + '_globals_' + '_'",
    "the main module": "import __main__",
    "a builtin of the main module": "x.int = 3\nmatch 3:\n    case int(found):\n        pass",
    "isinstance of its own": "isinstance(0, type)",
    "pickle": "import pickle\npickle.loads(b'')",
    "pickle by another name": "import pickle as jar",
    "all of pickle": "from pickle import *",
    "inspect": "import inspect",
    "the state of a module": "import enum\nenum.__getstate__()",
    "the state of ours": "from multiprocessing import Process\nProcess().__getstate__()",
    "a class's list of what to read": "class P:\n    pass\nmatch 3:\n    case P(found):\n        pass",
    "a builtin's name for such a class": "int = P\nmatch 3:\n    case int(found):\n        pass",
    "a class made of a text": "type('P', (), {'_' + '_match_args_' + '_': ('a',)})",
    "a class of classes": "class M(type):\n    pass",
    "type by another name": "make = type",
    "an object's class": "made = (3).__class__",
    "fields that are code": "class P:\n    pass\nP.__annotations__ = {'x=1': int}",
    "a manager's proxy": "manager.Lock()._callmethod('acquire')",
    "an error's object": "try:\n    x.y\nexcept AttributeError as error:\n    error.obj",
}
HARMLESS = {
    "the usual": "class Letter:\n    def __init__(self):\n        self._text = super().__init__()",
    "a written name": "getattr(3, 'real')",
    "a class's name": "print(type(3).__name__, (3).__class__.__name__)",
    "the class of a thing": "type(3) is int",
    "names that are ours, too": "class Box:\n    def __init__(self):\n        self._record = self.machine = 1",
    "patterns": "match 3:\n    case int(number) | {'a': str(number)}:\n        pass",
    "a decorator": "from functools import wraps",
    "types": "from abc import ABC\nfrom typing import Any",
    "an error": "import pickle\ntry:\n    pass\nexcept pickle.PicklingError:\n    raise",
    "the system": "import os, sys\nos.getpid(), sys.exit",
    "a sign of one's own": "END = '__end__'",
    "a main module": "if __name__ == '__main__':\n    print(1)",
}


@pytest.mark.parametrize("source", WAYS.values(), ids=WAYS.keys())
def test_what_leads_behind_is_named(source: str) -> None:
    found = pried([Cell("Cell In[1]", "x = 1"), Cell("Cell In[2]", source)])
    assert found is not None
    assert found.label == "Cell In[2]"


@pytest.mark.parametrize("source", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_learners_write_is_not(source: str) -> None:
    assert pried([Cell("Cell In[1]", source)]) is None


def test_no_answer_of_any_bank_is_taken_for_it() -> None:
    for lesson in lessons():
        for task in exercises(lesson).values():
            if isinstance(task, Interleaved):
                for answer in bank.answers(ANSWERS, task):
                    assert pried(definitions_with(task, answer.text).cells) is None, answer.path


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_check_says_what_to_leave_out(language: str) -> None:
    messages.use(language)
    verdict = _verdict_on_a_right_answer_and("def ours(ways=object.__subclasses__()):\n    pass\n")
    assert verdict.diagnosis == "open.behind"
    assert verdict.fields["what"] == "__subclasses__"
    assert verdict.executions == 0


def test_what_no_scenario_runs_is_nobodys_concern() -> None:
    assert _verdict_on_a_right_answer_and("def other():\n    return (3).__class__\n").passed


def _verdict_on_a_right_answer_and(source: str) -> Verdict:
    (task,) = [each for each in exercises("06-lock").values() if each.id == "06-lock/sell"]
    answer = next(each for each in bank.answers(ANSWERS, task) if each.path.stem[:5] == "right")
    return examine_notebook(task, definitions_with(task, f"{answer.text}\n{source}"), task.examples)
