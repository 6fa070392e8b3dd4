"""Virtual against real: what real processes do must be among what was explored.

::

    python -m tests.against_reality [--times N] [--method spawn|fork] [--jobs N] [--seen FILE] [PROGRAM ...]

Each program of the bank that ends by itself is explored whole, and then run for real, many times. An
outcome is the main process's exit code (or that it never ended), the lines written to the standard
output in sorted order, and the names of the exceptions that were written to the standard error.

What reality does depends on no model. So what was seen may be kept in a file, a line of JSON for each
program, and compared with later models without running it again.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from autograder.explorer.doing import Halt
from autograder.explorer.machine import Machine
from tests.programs import Known, bank, over_all

PATIENCE = 20.0
"""Seconds after which a real run is taken to hang."""
_ERROR = re.compile(
    r"^(?:\w+\.)*(\w*(?:Error|Exception|Empty|Full|BrokenProcessPool))(?:: .*)?$", re.MULTILINE
)
_HEAD = """\
import sys; sys.stdout.reconfigure(line_buffering=True)
if __name__ == "__main__": import multiprocessing; multiprocessing.set_start_method({method!r})
"""
"""Put before a program: lines are written whole, as to a terminal, and the start method is chosen."""


class Outcome(NamedTuple):
    """What a run came to."""

    code: int | None
    """The main process's exit code; None if it waits for ever."""
    lines: tuple[str, ...]
    errors: tuple[str, ...]


def explored(known: Known, method: str) -> set[Outcome]:
    """Every outcome that the explorer knows of.

    Raises:
        Halt: if it cannot explore the program.
        TimeoutError: if it takes too long.
    """
    return over_all(known, method, _virtual)


def _virtual(machine: Machine) -> Outcome:
    written = [
        text for each in machine.processes for stream, text, _ in each.output if stream == "stdout"
    ]
    errors = {type(each.failure).__name__ for each in machine.failures} - {"SystemExit"}
    return _outcome(machine.processes[0].code, "".join(written), errors)


def real(known: Known, method: str, patience: float = PATIENCE) -> Outcome:
    """Run a program once, in a folder of its own, and see what it comes to."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "program.py")
        text = known.path.read_text(encoding="utf-8")
        script.write_text(_HEAD.format(method=method) + text, encoding="utf-8")
        out, err = Path(folder, "out"), Path(folder, "err")
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        environment.pop("PYTHONUNBUFFERED", None)  # it writes a line's end apart from the line
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = subprocess.Popen(
                [sys.executable, script.name],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
                start_new_session=True,
            )
            code: int | None
            try:
                code = process.wait(patience)
            except subprocess.TimeoutExpired:
                code = None
            finally:  # whoever leaves by os._exit leaves its children behind
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        errors = _ERROR.findall(err.read_text(encoding="utf-8", errors="replace"))
        return _outcome(code, out.read_text(encoding="utf-8", errors="replace"), errors)


def _outcome(code: int | None, written: str, errors: Iterable[str]) -> Outcome:
    return Outcome(code, tuple(sorted(written.splitlines())), tuple(sorted(set(errors))))


class Seen:
    """What real runs came to, kept in a file if there is one.

    Args:
        file: Where; None to keep nothing.
        times: How often each program is run.
        jobs: How many run at once.
    """

    def __init__(self, file: Path | None, times: int, jobs: int) -> None:
        self._file = file
        self._times = times
        self._jobs = jobs
        lines = file.read_text(encoding="utf-8").splitlines() if file and file.exists() else ()
        self._kept = dict(map(self._read, lines))

    def of(self, known: Known, method: str) -> Counter[Outcome]:
        """What `known` came to, run as often as it has not been run yet as it is now."""
        key = (known.path.read_text(encoding="utf-8"), method, sys.version)
        seen = self._kept.setdefault(key, Counter())
        left = self._times - seen.total()
        if left > 0:
            with ThreadPoolExecutor(self._jobs) as pool:
                seen.update(pool.map(lambda _: real(known, method), range(left)))
            if self._file:
                with self._file.open("a", encoding="utf-8") as file:
                    print(json.dumps([key, list(seen.items())]), file=file)
        return seen

    @staticmethod
    def _read(line: str) -> tuple[tuple[str, ...], Counter[Outcome]]:
        key, seen = json.loads(line)
        return tuple(key), Counter(
            {Outcome(code, tuple(out), tuple(err)): count for (code, out, err), count in seen}
        )


def compare(known: Known, method: str, seen: Seen) -> tuple[str, bool]:
    """A line for the table, and whether nothing was seen that had not been explored."""
    name = f"{known.name} {method}"
    begun = time.perf_counter()
    came = seen.of(known, method)
    seconds = time.perf_counter() - begun
    try:
        possible = explored(known, method)
    except (Halt, TimeoutError) as error:
        return f"{name:58} not explored: {error}", False
    new = [outcome for outcome in came if outcome not in possible]
    line = f"{name:58} {len(possible):>5} {len(came):>5} {len(new):>4} {seconds:7.1f}"
    return "\n".join([line, *(f"    seen {came[each]} times: {each}" for each in new)]), not new


def main(arguments: list[str] | None = None) -> int:
    """Compare, and print the table; 1 if anything was seen that had not been explored."""
    parser = argparse.ArgumentParser(prog="python -m tests.against_reality")
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--method", choices=["spawn", "fork"])
    parser.add_argument("--jobs", type=int, default=2 * (os.cpu_count() or 1))
    parser.add_argument("--seen", type=Path, metavar="FILE", help="where what was seen is kept")
    parser.add_argument("programs", nargs="*", help="parts of names; all programs without any")
    chosen = parser.parse_args(arguments)
    show = partial(print, flush=True)
    show(
        f"{'program, each run ' + str(chosen.times) + ' times':58} {'known':>5} {'seen':>5} {'new':>4} {'seconds':>7}"
    )
    seen = Seen(chosen.seen, chosen.times, chosen.jobs)
    count, good = 0, 0
    for known in bank():
        if not known.runs_for_real:
            continue
        if chosen.programs and not any(part in known.name for part in chosen.programs):
            continue
        for method in known.methods:
            if chosen.method in (None, method):
                line, fine = compare(known, method, seen)
                show(line)
                count, good = count + 1, good + fine
    show(f"{good} of {count}: nothing was seen that had not been explored")
    return int(good < count)


if __name__ == "__main__":
    sys.exit(main())
