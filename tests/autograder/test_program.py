"""A child's main module is written anew at each start, and runs the cells under their own names."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.cells import Cell, Definitions
from autograder.program import SETTINGS, Program, enter, run_cells


def test_every_start_gets_a_fresh_file() -> None:
    """A fork server that has loaded a path once would go on running the old code."""
    program = Program(lambda: Definitions([Cell("In[1]", "x = 1")]))
    first, second = program.write(), program.write()
    assert first != second
    program.remove_files()
    assert not first.exists()
    assert not first.parent.parent.exists()


def test_the_file_is_plain_python_whatever_the_cells_hold() -> None:
    """Quotes, backslashes, braces and Chinese all survive."""
    source = "s = '''a\"b\\n{包子}'''\n"
    program = Program(lambda: Definitions([Cell("In[1]", source)]))
    namespace: dict[str, object] = {"__name__": "not main"}
    path = program.write()
    exec(compile(path.read_text("utf-8"), str(path), "exec"), namespace)
    assert namespace["s"] == 'a"b\n{包子}'
    program.remove_files()


def test_installing_names_the_file_in_the_preparation_data() -> None:
    """And uninstalling gives multiprocessing its own way back."""
    from multiprocessing import spawn

    original = spawn.get_preparation_data
    program = Program(lambda: Definitions([]))
    program.install()
    data = spawn.get_preparation_data("name")
    assert Path(data["init_main_from_path"]).exists()
    assert "init_main_from_name" not in data
    program.uninstall()
    assert spawn.get_preparation_data is original


def test_settings_travel() -> None:
    """Those that were put, and those of this one start."""
    SETTINGS["pace"] = "0.5"
    program = Program(lambda: Definitions([]), settings=lambda: {"cell": "7"})
    text = program.write().read_text("utf-8")
    assert '"pace": "0.5"' in text
    assert '"cell": "7"' in text
    program.remove_files()


def test_hooks_run_before_the_definitions() -> None:
    """So that what they set up is there when a cell's code runs."""
    arguments = {
        "cells": [["In[1]", "import this_is_hooked"]],
        "left_out": {},
        "settings": {},
        "hooks": ["tests.autograder.test_program:hook"],
    }
    namespace: dict[str, object] = {}
    enter(namespace, json.dumps(arguments))
    assert namespace["this_is_hooked"]


def hook() -> None:
    """Make a module importable."""
    import sys
    from types import ModuleType

    sys.modules["this_is_hooked"] = ModuleType("this_is_hooked")


def test_a_traceback_begins_at_the_learners_line() -> None:
    """Its frames are the cell's, and its text can be read though there is no such file."""
    import traceback

    (error,) = run_cells([Cell("Cell In[9]", "x = 1\n\n1 / 0  # here")], {})
    (frame,) = traceback.extract_tb(error.__traceback__)
    assert (frame.filename, frame.lineno, frame.line) == ("Cell In[9]", 3, "1 / 0  # here")


def test_future_imports_hold_for_later_cells() -> None:
    """As they do in a kernel."""
    space: dict[str, object] = {}
    cells = [
        Cell("a", "from __future__ import annotations"),
        Cell("b", "def f(x: no_such_name): pass"),
    ]
    assert run_cells(cells, space) == []
