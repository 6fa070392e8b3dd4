"""``python -m autograder``: what instructors, operators and engineers do from a terminal."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path

try:
    from autograder import doctor
    from autograder.explorer import command
except ModuleNotFoundError as missing:
    print(
        f"autograder: this Python has no {missing.name}. Use the course's own, which `make lab` puts"
        f" into .venv: .venv/bin/python -m autograder ({sys.executable} is another one)",
        file=sys.stderr,
    )
    sys.exit(2)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit status: 0 done, 1 something failed, 2 wrong usage.

    What comes after ``--`` is for the program that is explored.
    """
    given = sys.argv[1:] if arguments is None else arguments
    ours = given[: given.index("--")] if "--" in given else given
    options = _parser().parse_args(ours)
    options.arguments = given[len(ours) + 1 :]
    status: int = options.run(options)
    return status


def _of_class(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """A command that needs nbgrader, which takes seconds to load: so the others are spared it."""

    @wraps(run)
    def checked(options: argparse.Namespace) -> int:
        from autograder.klass import ClassError  # noqa: PLC0415 - see above

        try:
            return run(options)
        except ClassError as error:
            print(f"autograder: {error}", file=sys.stderr)
            return 1

    return checked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m autograder", description=__doc__)
    parser.add_argument(
        "--course", type=Path, default=Path(), help="the course's folder (default: this one)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    release = commands.add_parser("release", help="generate release/ from source/, both languages")
    release.add_argument(
        "--check", action="store_true", help="change nothing; say whether release/ is up to date"
    )
    release.set_defaults(run=_release)

    grade = commands.add_parser("grade", help="grade a class and print its table of points")
    grade.add_argument("folder", type=Path, help="the class's folder, with submitted/ in it")
    grade.add_argument(
        "--require-walls",
        action="store_true",
        help="grade nothing where walls around learners' code cannot stand; see doctor",
    )
    grade.set_defaults(run=_grade)

    prove = commands.add_parser(
        "exercises", help="prove exercises by their answer banks; says what an exercise lacks"
    )
    prove.add_argument("ids", nargs="*", metavar="LESSON/EXERCISE", help="default: all of them")
    prove.add_argument(
        "--bank", type=Path, help="the folder with the answers (default: tests/answers)"
    )
    prove.set_defaults(run=_exercises)

    doctor.add_command(commands)
    command.add_commands(commands)
    return parser


@_of_class
def _release(options: argparse.Namespace) -> int:
    from autograder.klass import release_all  # noqa: PLC0415 - see _of_class

    if not options.check:
        for path in release_all(options.course):
            print(path)
        return 0
    with tempfile.TemporaryDirectory(prefix="baozi-release-") as folder:
        release_all(options.course, Path(folder))
        differ = _differing(Path(folder), options.course / "release")
    for path in differ:
        print(f"release/{path} is not what source/ gives. Run: make release", file=sys.stderr)
    return 1 if differ else 0


def _differing(fresh: Path, kept: Path) -> list[Path]:
    """The files, relative to both folders, that are missing in one or not the same."""

    def contents(folder: Path) -> dict[Path, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder): path.read_bytes() for path in files}

    left, right = contents(fresh), contents(kept)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


@_of_class
def _exercises(options: argparse.Namespace) -> int:
    from autograder.bank import answers, complaints  # noqa: PLC0415 - see _of_class
    from autograder.exercise import UnknownExerciseError, exercises, find, lessons  # noqa: PLC0415

    try:
        chosen = [find(each) for each in options.ids]
    except UnknownExerciseError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return 2
    bank = options.bank or options.course / "tests" / "answers"
    failed = 0
    for exercise in chosen or [one for each in lessons() for one in exercises(each).values()]:
        found = list(complaints(options.course, bank, exercise))
        failed += bool(found)
        count = len(answers(bank, exercise))
        print(f"{exercise.id}: {count} answers, {'not ready' if found else 'proved'}")
        for each in found:
            print(f"  {each}", file=sys.stderr)
    return 1 if failed else 0


@_of_class
def _grade(options: argparse.Namespace) -> int:
    from autograder.klass import ClassError, Klass, table  # noqa: PLC0415 - see _of_class

    if options.require_walls:
        os.environ["BAOZI_WALLS"] = "required"
    klass = Klass(options.course, options.folder)
    if not klass.submitted():
        raise ClassError(
            f"Nothing was handed in: there is no submitted/<learner>/<lesson>/ in {options.folder}. "
            "Collect first, or name another folder."
        )
    failed = 0
    for learner, lesson, done in klass.grade():
        if done not in {"graded", "unchanged"}:
            failed += 1
            print(f"{learner} {lesson}: {done}", file=sys.stderr)
    print(table(klass.points()))
    klass.export(options.folder / "grades.csv")
    print(f"\nfeedback: {options.folder / 'feedback'}\nCSV: {options.folder / 'grades.csv'}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
