"""Prints how many of the suite's tests pass on the virtual module, class by class.

Each test has its time; one that takes longer takes its interpreter with it, and the next one begins
in a new one.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import platform
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

from tests.conformance import lenient, suite
from tests.conformance.left_out import SUBJECTS, reason

LONGEST = 20.0
"""Seconds for one test."""
ENOUGH = 0.95
"""The share of the tests run that must pass."""
_WORDS = ("passed", "failed", "skipped", "left out")


def main() -> int:
    """Run what is asked for; the exit status is 0 if enough of it passes."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("only", nargs="*", help="names, or parts of names, of tests")
    parser.add_argument("--start-method", choices=("spawn", "fork"), default="spawn")
    parser.add_argument("--one-by-one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one_by_one:
        return _one_by_one(asked.only, asked.start_method)
    outcomes = list(_outcomes(asked.only, asked.start_method))
    for outcome in outcomes:
        if outcome.word == "failed":
            print(f"{outcome.name}: {outcome.why.strip()}\n")
    version = platform.python_version()
    print(f"{suite.SUITE} of Python {version}, {asked.start_method}")
    _print_table(outcomes)
    counts = Counter(outcome.word for outcome in outcomes)
    return int(counts["passed"] < ENOUGH * (counts["passed"] + counts["failed"]))


def _outcomes(only: list[str], start_method: str) -> Iterator[suite.Outcome]:
    """What comes of all tests on the subjects, and of those that are left out."""
    run = []
    for name in suite.names():
        typed, method = name.split(".")
        kind = suite.without_type(typed)
        if kind not in SUBJECTS or (only and not any(each in name for each in only)):
            continue
        why = reason(kind, method)
        if why is None:
            run.append(name)
        else:
            yield suite.Outcome(name, "left out", why)
    while run:
        options = ["--one-by-one", "--start-method", start_method]
        command = [sys.executable, "-m", "tests.conformance", *options, *run]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
            assert worker.stdout is not None
            for line in worker.stdout:
                yield suite.Outcome(*json.loads(line))
                del run[0]
        if run:
            yield suite.Outcome(run.pop(0), "failed", "took too long, or the interpreter with it")


def _one_by_one(names: list[str], start_method: str) -> int:
    """Run these tests here, and tell of each in a line."""
    out, sys.stdout = sys.stdout, sys.stderr
    lenient.install()
    for name in names:
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        print(json.dumps(suite.run(name, start_method)), file=out, flush=True)
    return 0


def _print_table(outcomes: list[suite.Outcome]) -> None:
    counts: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        kind = suite.without_type(outcome.name.split(".")[0])
        counts.setdefault(kind, Counter())[outcome.word] += 1
    print(f"{'':26}" + "".join(f"{word:>10}" for word in _WORDS))
    for kind, each in counts.items():
        print(f"{kind:26}" + "".join(f"{each[word]:>10}" for word in _WORDS))
    total = sum(counts.values(), Counter())
    print(f"{'all':26}" + "".join(f"{total[word]:>10}" for word in _WORDS))
    reasons = Counter(outcome.why for outcome in outcomes if outcome.word == "left out")
    print("left out: " + ", ".join(f"{why} {count}" for why, count in reasons.items()))
    print("skipped: by the tests themselves, as on the real module")


sys.exit(main())
