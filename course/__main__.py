"""``python -m course``: open the lessons, prepare an environment, publish the learners' tree."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from autograder.messages import LANGUAGES
from course.lab import LabError, open_lab, settle
from course.student import StudentTreeError, write_tree


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status: 0 done, 1 something failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m course", description=__doc__)
    parser.add_argument(
        "--course", type=Path, default=Path(), help="the course's folder (default: this one)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    lab = commands.add_parser("lab", help="open the lessons in JupyterLab")
    lab.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    lab.add_argument("--port", type=int)
    lab.add_argument("--pace", type=float, help="real seconds for each second of a story")
    lab.add_argument("--no-browser", action="store_true")
    commands.add_parser("settle", help="prepare this environment once")
    student = commands.add_parser("student", help="write the tree that a class publishes")
    student.add_argument("target", type=Path)
    options = parser.parse_args(arguments)
    try:
        match options.command:
            case "lab":
                return open_lab(
                    options.course,
                    options.language,
                    options.port,
                    options.pace,
                    browser=not options.no_browser,
                )
            case "student":
                print(write_tree(options.course, options.target))
            case _:
                settle()
    except (LabError, StudentTreeError) as error:
        print(f"course: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
