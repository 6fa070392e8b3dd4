"""``python -m autograder explore`` and ``replay``."""

from __future__ import annotations

import argparse
import contextlib
import html
import os
import shutil
import sys
from pathlib import Path

import msgspec

from autograder import messages
from autograder.explorer import outside
from autograder.explorer.html import html_language
from autograder.explorer.source import Program, ProgramError

USAGE = 2
INTERRUPTED = 130
MOST_SECONDS = 7 * 24 * 3600
LARGEST = 1 << 20
"""Bytes of a program; what is longer was not written by hand."""
_SHOWN = (
    "verdict kind executions sampled complete seconds schedule line transcript message notes at_once fields"
).split()


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands to a parser's."""
    explore = commands.add_parser(
        "explore",
        help="try every interleaving of a multiprocessing program",
        description="Exit status: 0 holds in every interleaving; 1 broken; 2 usage, or something"
        " unsupported; 3 inconclusive, or only within bounds.",
    )
    _add_shared(explore)
    explore.add_argument(
        "--max-executions", type=_positive_int, default=1_000_000, metavar="N",
        help="try at most so many (default: a million)",
    )  # fmt: skip
    explore.add_argument(
        "--max-seconds", type=_positive, default=60.0, metavar="S",
        help="try for at most so long (default: 60)",
    )  # fmt: skip
    explore.set_defaults(run=run, schedule=None)

    replay = commands.add_parser("replay", help="tell one interleaving, by its schedule")
    _add_shared(replay)
    replay.add_argument("schedule", metavar="SCHEDULE", help="what explore printed")
    replay.set_defaults(run=run, max_executions=1, max_seconds=30.0)


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("program", type=Path, metavar="PROGRAM.py")
    parser.add_argument(
        "--start-method", choices=("spawn", "forkserver", "fork"), default="spawn",
        help="what children start with (default: spawn; forkserver is the same to a program)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the story as HTML, too")
    parser.add_argument("--language", choices=messages.LANGUAGES, help="zh or en")
    parser.add_argument(
        "--pure", action="append", default=[], metavar="MODULE",
        help="a module that shares nothing and waits for nothing: import the real one",
    )  # fmt: skip
    parser.epilog = "After -- come the program's own arguments."


def _positive(string: str) -> float:
    try:
        number = float(string)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{string!r} is no number") from None
    if not 0 < number <= MOST_SECONDS:
        raise argparse.ArgumentTypeError(f"must be more than 0 and at most {MOST_SECONDS}")
    return number


def _positive_int(string: str) -> int:
    try:
        number = int(string)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{string!r} is no whole number") from None
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def run(options: argparse.Namespace) -> int:
    """Explore or replay; the exit status."""
    if options.language:
        messages.use(options.language)
    with contextlib.suppress(AttributeError):
        # A terminal that lacks a sign shows another one in its place.
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    wide = shutil.get_terminal_size((100, 24)).columns
    try:
        _check(options.program)
        if options.html:
            _check_page(options.html)
        program = Program.at(options.program, tuple(options.arguments))
        finding = outside.explore(
            program,
            start_method="fork" if options.start_method == "fork" else "spawn",
            pure=tuple(options.pure),
            max_executions=options.max_executions,
            max_seconds=options.max_seconds,
            schedule=options.schedule,
            width=wide,
            color=sys.stdout.isatty() and not options.json and "NO_COLOR" not in os.environ,
        )
    except ProgramError as error:
        where = f":{error.line}" if error.line else ""
        print(f"autograder: {options.program}{where}: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return USAGE
    told = finding.transcript
    if options.json:
        found = {name: getattr(finding, name) for name in _SHOWN}
        told = msgspec.json.format(msgspec.json.encode(found)).decode()
    try:
        print(told, flush=True)
        if options.html:
            options.html.write_text(_page(options.program.name, finding.html), "utf-8")
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return USAGE
    return finding.status


def _check_page(path: Path) -> None:
    """Complain of a path to which no page should be written, before much time is spent."""
    if path.suffix == ".py":
        raise ProgramError(messages.text("explorer.refused.page"))
    if path.is_dir() or not path.parent.is_dir():
        raise ProgramError(messages.text("explorer.refused.nowhere"))


def _check(path: Path) -> None:
    """Complain of a path at which there can be no program."""
    if path.is_dir():
        raise ProgramError(messages.text("explorer.refused.folder"))
    if not path.exists():
        raise ProgramError(messages.text("explorer.refused.missing"))
    if path.suffix == ".ipynb":
        raise ProgramError(messages.text("explorer.refused.notebook"))
    if not path.is_file():
        raise ProgramError(messages.text("explorer.refused.special"))
    if path.stat().st_size > LARGEST:
        raise ProgramError(messages.text("explorer.refused.large", mib=LARGEST >> 20))


def _page(title: str, fragment: str) -> str:
    """A whole page around the story."""
    return (
        f'<!doctype html><html lang="{html_language()}"><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title><body>{fragment}</body></html>\n"
    )
