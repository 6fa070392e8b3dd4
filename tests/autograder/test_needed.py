"""Which of a notebook's definitions an exploration has to do with."""

from __future__ import annotations

import pytest

from autograder.cells import Cell
from autograder.needed import needed

GUARDED = 'if __name__ == "__main__":\n    sell()'


def left(source: str, *programs: str) -> str:
    """What is left of one cell for `programs`, without blank lines."""
    found = needed([Cell("In[1]", source)], *programs)
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
        "def sell(each=None):\n    return other()\ndef other():\n    return sell()",
        "try:\n    import quick as sell\nexcept ImportError:\n    import slow as sell",
        "sell = {}\nsell['a'] = 1",
        "class Point:\n    pass\ndef sell(each):\n    match each:\n        case Point():\n            pass",
        "def sell():\n    global sold\n    sold = 1\nsold = 0",
    ],
)
def test_what_is_named_is_kept_and_all_that_it_names(kept: str) -> None:
    assert left(f"{kept}\ndef blink():\n    pass\nimport json", GUARDED) == kept


@pytest.mark.parametrize(
    "doing",
    [
        "known = []\n@known.append\ndef f():\n    pass",
        "known = []\nclass A:\n    known.append(1)",
        "known = []\ndef f(x=known.append(1)):\n    pass",
        "class A(B, at='here'):\n    pass",
        "from shop import *",
    ],
)
def test_what_does_more_than_to_define_is_kept(doing: str) -> None:
    assert left(doing, "sell()") == doing


@pytest.mark.parametrize(
    "way",
    [
        "globals()[name]()",
        "import __main__",
        "eval(name)",
        "import sys\nsys.modules[name]",
        "class A:\n    def __init_subclass__(cls):\n        print(cls)",
    ],
)
def test_where_something_may_be_found_unnamed_everything_is_kept(way: str) -> None:
    everything = f"def run(name):\n    pass\nprice = 3\ndef other():\n    pass\n{way}"
    assert left(everything, "run('other')") == everything
    assert left("price = 3", way) == "price = 3"


def test_lines_stay_where_they_were() -> None:
    (cell,) = needed([Cell("In[1]", "import json\n\ndef f(): pass\ndef g(): pass")], "g()")
    assert cell.source == "\n\n\ndef g(): pass"


def test_programs_beside_the_one_below_count_too_even_if_another_is_no_python() -> None:
    source = "def f(): pass\ndef g(): pass"
    assert left(source, "f()", "g()") == source
    assert left(source, "f()", "g(") == "def f(): pass"
