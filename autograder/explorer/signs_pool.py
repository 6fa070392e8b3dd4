"""Signs of mistakes with pools, found in one story; see :mod:`~autograder.explorer.signs`."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from autograder.explorer.reports import Step, Story
from autograder.explorer.source import Program

_WORKING = frozenset({"pool.ready", "pool.take", "pool.finish"})
_MAPS = re.compile(r"\b(star)?map(_async)?\(")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def signs(story: Story, program: Program, *, at_once: bool, too_few: bool) -> Iterator[str]:
    """The signs in a story; the last two are read in the source, from the cells in which tasks are handed in.

    ``callback-failed``
        somebody waits for a result for ever, because a callback failed: it ended the thread that
        hands results on;
    ``one-chunk``
        too few were at work, and all that there was to do was handed in as one task;
    ``no-chunk``
        the program's own lines, of a notebook's those in cells, map things, and no task was made of any;
    ``late-lambda``
        where tasks are handed in, a lambda made in a loop uses the loop's variable: it looks that up
        when it is called;
    ``one-try``
        where tasks are handed in, results are got in a loop within one ``try``, which the first error
        ends.
    """
    handing_on = {step.actor for step in story.steps if step.op.kind == "pool.receive"}
    left = Counter(step.actor for step in story.steps if step.op.kind == "pool.leave")
    if story.waits and any(left[actor] > 1 for actor in handing_on):
        yield "callback-failed"
    handed_in = [step for step in story.steps if step.op.kind == "pool.put"]
    sizes = [len(step.op.argument[1]) for step in handed_in]
    if too_few and sizes == [1]:
        yield "one-chunk"
    if at_once:
        return
    mapped = [len(step.op.argument[1]) for step in handed_in if _maps(step, program)]
    # Without tasks every result is None, of which a sum, say, makes a TypeError; other failures have other causes.
    no_results = not story.failure or story.failure.startswith("TypeError")
    if mapped and not any(mapped) and no_results:
        yield "no-chunk"
    trees = list(_where(handed_in, program))
    if any(_is_late(loop) for loop in _loops(trees)):
        yield "late-lambda"
    if any(_is_one_try(node) for node in chain.from_iterable(map(ast.walk, trees))):
        yield "one-try"


def _maps(step: Step, program: Program) -> bool:
    """Whether tasks are handed in by a line of the program's own that maps."""
    return step.filename in program.learners_files and bool(
        _MAPS.search(program.line(step.filename, step.line))
    )


def _where(steps: list[Step], program: Program) -> Iterator[ast.Module]:
    """The parts of a program, such as a notebook's cells, in which something was done."""
    for name in sorted({step.filename for step in steps} & program.main.keys()):
        yield ast.parse(program.main[name])


def _loops(trees: list[ast.Module]) -> Iterator[tuple[set[str], list[ast.AST]]]:
    """The variables of each loop, and what is done in it."""
    for node in chain.from_iterable(map(ast.walk, trees)):
        if isinstance(node, ast.For):
            yield _names(node.target), list(node.body)
        elif isinstance(node, _COMPREHENSIONS):
            variables = set().union(*(_names(each.target) for each in node.generators))
            done = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            yield variables, list(done)


def _names(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def _is_late(loop: tuple[set[str], list[ast.AST]]) -> bool:
    """Whether a lambda in a loop uses the loop's variable, and does not keep it as an argument."""
    variables, done = loop
    lambdas = [n for each in done for n in ast.walk(each) if isinstance(n, ast.Lambda)]
    return any(
        _names(each.body)
        & variables - {one.arg for one in ast.walk(each.args) if isinstance(one, ast.arg)}
        for each in lambdas
    )


def _is_one_try(node: ast.AST) -> bool:
    """Whether results are got in a loop that stands within one try, and in none of its own."""
    if not isinstance(node, ast.Try) or not node.handlers:
        return False
    loops = [each for each in node.body if isinstance(each, ast.For)]
    within = [one for each in loops for one in ast.walk(each)]
    return any(_gets(one) for one in within) and not any(isinstance(one, ast.Try) for one in within)


def _gets(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "get"
    )


def workers(story: Story) -> frozenset[str]:
    """The processes that a pool has started: the pool waits for them, and not the program."""
    return frozenset(
        story.homes[step.actor]
        for step in story.steps
        if step.op.kind in _WORKING and step.actor in story.homes
    ) | {home for actor, home in story.homes.items() if "PoolWorker" in story.names.get(actor, "")}
