"""Which parts of a notebook reach a child process, and which do not."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.cells import Cell, Definitions, definitions


def of(*sources: str) -> Definitions:
    """The definitions of cells that ran in that order."""
    return definitions(Cell(f"In[{n}]", source) for n, source in enumerate(sources, start=1))


def text(*sources: str) -> str:
    """All that is kept of the cells, without blank lines."""
    joined = "\n".join(cell.source for cell in of(*sources).cells)
    return "\n".join(line for line in joined.splitlines() if line.strip())


@pytest.mark.parametrize(
    "kept",
    [
        "def f():\n    return 1",
        "async def f():\n    return 1",
        "class A:\n    x = 1",
        "PRICE = 3",
        "PRICE: int = 3",
        "a, (b, *c) = 1, (2, 3, 4)",
        "names = [f'user{i}' for i in range(10)]",
        "words = 'a b c'.split()",
        "if True:\n    x = 1\nelse:\n    x = 2",
        "try:\n    x = 1\nexcept ValueError:\n    x = 2",
        "prices = {}\nprices['a'] = 1",
        "n = 1\nn += 1",
        "double = lambda x: 2 * x",
        "from pathlib import Path\nfolder = Path('a')",
        "import multiprocessing\nmp = multiprocessing.get_context('spawn')",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\na = A(1)",
    ],
)
def test_definitions_are_kept(kept: str) -> None:
    """Imports that are used, functions, classes, constants."""
    assert text(kept) == kept


@pytest.mark.parametrize(
    "dropped",
    [
        "print('hello')",
        "'a docstring'",
        "class Unwritten:\n    raise NotImplementedError",
        "for i in range(3):\n    print(i)",
        "with open('x') as f:\n    pass",
        "p = Process(target=f)",
        "q = Queue()",
        "answer = input()",
        "if __name__ == '__main__':\n    x = 1",
        "import os",  # nobody uses it
        "del x",
        "assert True",
        "x = y",  # y is nothing a child would have
        "data = [load(n) for n in range(3)]",
    ],
)
def test_what_does_something_is_dropped(dropped: str) -> None:
    """A child must not do the notebook's work again."""
    assert text(dropped) == ""


def test_lines_stay_where_they_are() -> None:
    """A traceback's line number is the learner's own."""
    (cell,) = of("print(1)\n\nx = 1  # one\nprint(2)\ndef f():\n    return x\n").cells
    assert cell.source == "\n\nx = 1  # one\n\ndef f():\n    return x"


def test_statements_that_share_a_line_stay_apart() -> None:
    """Blanking one of them out leaves the others on that line valid."""
    (cell,) = of("a = 1; print(a); b = 2; c = 3").cells
    namespace: dict[str, object] = {}
    exec(cell.source, namespace)
    assert [namespace[name] for name in "abc"] == [1, 2, 3]


def test_the_latest_definition_wins() -> None:
    """Older ones are dropped, unless something was built on them at once."""
    assert text("def f():\n    return 'old'", "def f():\n    return 'new'").count("def f") == 1
    assert "x = 1" in text("x = 1", "y = x + 1", "x = 2")
    assert "x = 1" not in text("x = 1", "def y():\n    return x", "x = 2")


def test_a_constant_that_became_something_else_is_left_out() -> None:
    """No value is better than an old one; the name is remembered for the error message."""
    found = of("money = 100", "money = compute()", "def f():\n    return money")
    assert "money = 100" not in "".join(cell.source for cell in found.cells)
    assert found.left_out == {"money": "In[2]"}


def test_a_comprehensions_variable_is_its_own() -> None:
    """It does not shadow a function of the same name."""
    assert "def count" in text("def count():\n    return 1", "print([count for count in range(3)])")


def test_star_imports_may_bring_any_name() -> None:
    """What builds on them is kept."""
    assert "class P" in text("from multiprocessing import *\nclass P(Process):\n    pass")


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("%load_ext course\nx = 1", "x = 1"),
        ("!ls\nx = 1", "x = 1"),
        ("files = !ls\nx = 1", "x = 1"),
        ("print?\nx = 1", "x = 1"),
        ("%%time\nx = 1", "x = 1"),
        ("%%bash\nx=1", ""),
        ("if True:\n    %cd ..\nx = 1", "x = 1"),
    ],
)
def test_magics_are_no_definitions(source: str, kept: str) -> None:
    """IPython's own syntax is blanked out, and the rest of the cell is kept."""
    assert text(source) == kept


def test_a_modulo_at_a_lines_start_is_no_magic() -> None:
    """What is valid Python is read as Python."""
    assert text("x = (7\n% 4)") == "x = (7\n% 4)"


def test_a_cell_that_is_not_python_is_named() -> None:
    """Where the parser stopped, and why; the other cells stay."""
    found = of("x = 1", "def f(:\n    pass")
    assert [cell.label for cell in found.cells] == ["In[1]"]
    (broken,) = found.broken
    assert (broken.label, broken.line) == ("In[2]", 1)


@given(
    st.lists(
        st.sampled_from(
            [
                "import os",
                "x = 1",
                "包 = '子'",
                "def f(a=x):\n    return os.sep",
                "class A:\n    def g(self):\n        return f()",
                "print('é', 1)",
                "x += 1",
                "for i in (1, 2):\n    y = i",
                "z = f()",
                "a = 1; print(a); b = 'ü'; c = 3",
                "@f\ndef h():\n    pass",
            ]
        ),
        max_size=8,
    )
)
def test_what_is_kept_is_always_python(statements: list[str]) -> None:
    """Whatever is blanked out, every cell still parses, and has no more lines than before."""
    for cell in of("\n".join(statements), *statements).cells:
        ast.parse(cell.source)
