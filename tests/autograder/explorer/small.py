"""Small programs in two parts: what stands at module level, and what below the guard."""

from __future__ import annotations

from textwrap import dedent

from tests.autograder.explorer.running import Outcome, outcomes

HEAD = """
import multiprocessing
import os
import time
from multiprocessing import *
from multiprocessing.managers import BaseManager
from concurrent.futures import *
from concurrent.futures.process import BrokenProcessPool
"""
SQUARE = """
def f(n):
    return n * n
"""
CHATTY = """
def f(n):
    time.sleep(1)
    print('did', n)
    return n * n
"""


def program(body: str, main: str) -> str:
    """A program with `body` at module level and `main` under its guard."""
    lines = dedent(main).strip().splitlines()
    return HEAD + dedent(body) + "\nif __name__ == '__main__':\n    " + "\n    ".join(lines)


def explored(body: str, main: str, start_method: str = "spawn") -> set[Outcome]:
    """The outcomes of a program."""
    return outcomes(program(body, main), start_method)


def written(found: set[Outcome]) -> set[tuple[str, ...]]:
    """What the main processes wrote, line by line, sorted."""
    return {dict(each.lines)["0"] for each in found}


def said(body: str, main: str, start_method: str = "spawn") -> set[tuple[str, ...]]:
    """What the main processes of all interleavings of a program wrote, line by line, sorted."""
    return written(explored(body, main, start_method))
