"""Which of a notebook's definitions an exploration has to do with."""

from __future__ import annotations

import ast

import pytest

from autograder.cells import Cell
from autograder.needed import needed

GUARDED = 'if __name__ == "__main__":\n    sell()'


def left(source: str, *programs: str, quiet: bool = False) -> str:
    """What is left of one cell for `programs`, without blank lines."""
    found = needed([Cell("In[1]", source)], *programs, quiet=quiet)
    return "\n".join(line for each in found for line in each.source.splitlines() if line)


@pytest.mark.parametrize(
    "kept",
    [
        "def sell():\n    pass",
        "class sell:\n    pass",
        "sell = print",
        "from shop import sell",
        "price = 3\ndef sell():\n    return price",
        "def helper():\n    pass\nsell = [helper]",
        "class Base:\n    pass\nclass sell(Base):\n    pass",
        "from multiprocessing import Process\nclass sell(Process):\n    pass",
        "def sell(each=None):\n    return other()\ndef other():\n    return sell()",
        "try:\n    import quick as sell\nexcept ImportError:\n    import slow as sell",
        "sell = {}\nsell['a'] = 1",
        "class Point:\n    pass\ndef sell(each):\n    match each:\n        case Point():\n            pass",
        "def sell():\n    global sold\n    sold = 1\nsold = 0",
        "class Order:\n    pass\ndef sell(each: 'list[Order]'):\n    pass",
        "def other():\n    pass\ndef sell(shop):\n    getattr(shop, 'other')()",
    ],
)
def test_what_is_named_is_kept_and_all_that_it_names(kept: str) -> None:
    """Words in strings count as names."""
    assert left(f"{kept}\ndef blink():\n    pass\nimport json", GUARDED) == kept


@pytest.mark.parametrize(
    "quiet",
    [
        "import json",
        "from os import path as p",
        "def f(x: int = 3, *more: str, last: 'F' = None) -> list[int]:\n    g()",
        "double = lambda x, by=2: by * x",
        "a, b = (1, -2), [c, {'d': e}]",
        "x: dict[str, int] = {}",
        "class A(Exception):\n    '''Why.'''\n    x = 1\n    @property\n    def y(self):\n        return f()",
        "from multiprocessing import Process\nclass A(Process):\n    def run(self):\n        f()",
        "import multiprocessing as mp\nclass A(mp.Process):\n    pass\nclass B(A):\n    pass",
    ],
)
def test_what_only_binds_names_that_nobody_mentions_is_left_out(quiet: str) -> None:
    """Nothing else is: see below."""
    assert left(quiet, "sell()") == ""


@pytest.mark.parametrize(
    "doing",
    [
        "known = []\n@known.append\ndef f():\n    pass",
        "known = []\nclass A:\n    known.append(1)",
        "known = {}\nclass A:\n    known['A'] = 1",
        "known = []\nclass A:\n    @known.append\n    def f(self):\n        pass",
        "known = []\ndef f(x=known.append(1)):\n    pass",
        "known = []\ndef f(x: known.append(1)):\n    pass",
        "known = []\nif True:\n    @known.append\n    def f():\n        pass",
        "class A(B, at='here'):\n    pass",
        "from enum import Enum\nclass A(Enum):\n    x = 1",
        "from shop import *",
        "class S:\n    pass\nT = S\nT.n = 5",
        "prices = {}\nalias = prices\nalias['a'] = 1",
        "stock = []\nmore = stock\nmore += [2]",
        "class C:\n    pass\nboth = C | C",
        "f = sorted(xs, key=noisy)\nxs = []\ndef noisy(x):\n    pass",
        "rate = 1 / 0",
    ],
)
def test_what_may_do_more_is_kept_with_all_that_it_names(doing: str) -> None:
    """Also what fails: an error that comes before the scenario is an error still."""
    assert left(doing, "sell()") == doing


@pytest.mark.parametrize(
    "way",
    [
        "globals()[name]()",
        "import __main__",
        "from __main__ import anything",
        "eval(name)",
        "import sys\nsys.modules[name]",
        "class A:\n    def __init_subclass__(cls):\n        print(cls)",
        "getattr(run, '__globals__')",
    ],
)
def test_where_something_may_be_reached_unnamed_everything_is_kept(way: str) -> None:
    """In a cell, and in a program unless that is known to be quiet."""
    everything = f"def run(name):\n    pass\nprice = 3\ndef other():\n    pass\n{way}"
    assert left(everything, "run(1)", quiet=True) == everything
    assert left("price = 3", way) == "price = 3"
    assert left("price = 3", way, quiet=True) == ""


def test_a_comment_or_a_name_of_the_learners_own_reaches_nothing() -> None:
    """A function may be called inspect."""
    assert left("def inspect():\n    pass  # eval\nprice = 3", "inspect()").startswith(
        "def inspect"
    )
    assert "price" not in left("def inspect():\n    pass  # eval\nprice = 3", "inspect()")


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("import json\n\ndef f(): pass\ndef g(): pass", "\n\n\ndef g(): pass"),
        ("x = 1; g = 2", "0;     g = 2"),
        ("y = 3\nx = 1; g = 2; z = 3", "\n0;     g = 2"),
        ("x = (1,\n2); g = 2", "\n0;  g = 2"),
        ("g = 2; x = 1; g.n = 1", "g = 2;        g.n = 1"),
    ],
)
def test_lines_and_columns_stay_where_they_were(source: str, kept: str) -> None:
    """What is left is Python, also where statements shared a line."""
    (cell,) = needed([Cell("In[1]", source)], "g()")
    assert cell.source == kept
    ast.parse(cell.source)


def test_modules_beside_the_program_name_things_too() -> None:
    """A scenario may bring modules of its own."""
    source = "def f(): pass\ndef g(): pass"
    assert left(source, "f()", "g()") == source


def test_a_module_that_is_no_python_names_nothing() -> None:
    """That is found out, and told, when it is imported."""
    assert left("def f(): pass\ndef g(): pass", "f()", "g(") == "def f(): pass"
