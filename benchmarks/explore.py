"""What exploring costs, beside what else people use. All in one run, so that ratios can be compared.

    python -m benchmarks.explore            # everything, some minutes
    python -m benchmarks.explore speed cost # some of it

The package ``frontrun``, which explores threads, is measured if it is installed.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import greenlet

from autograder.explorer import forking
from autograder.explorer.exploring import SYSTEMATIC, explore
from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Limits, Registry, Settings
from autograder.explorer.source import Program
from autograder.explorer.sweeping import sweep, swept
from benchmarks.programs import DEPENDENT, FAMILY, LOCKED, LOOK, TICKETS, counted


def per_second(program: Program, executions: int) -> float:
    """Executions a second of the search, over and over, until there were so many."""
    registry, done, seen = Registry(), 0, 0
    started = time.perf_counter()
    while done < executions:
        search = Search(lambda: Machine(program, registry=registry))
        for _ in search.results():
            seen += 1
            sweep(seen)  # as an exploration does
        done += search.counts.executions + search.counts.cut
    return done / (time.perf_counter() - started)


def raw_switching(executions: int) -> float:
    """Three greenlets that switch six times each: what any such explorer pays at least."""
    hub = greenlet.getcurrent()

    def body(_: object) -> None:
        for _round in range(5):
            hub.switch()

    started = time.perf_counter()
    for _ in range(executions):
        actors = [greenlet.greenlet(body) for _ in range(3)]
        for _round in range(6):
            for actor in actors:
                actor.switch(None)
    return executions / (time.perf_counter() - started)


def speed() -> None:
    """Executions a second, beside bare switching, in turns."""
    programs = {
        "two buyers look and take": Program(LOOK),
        "the same, and count what was sold": Program(counted(2)),
        "the same with the tickets in a file": Program(TICKETS),
    }
    with swept():
        for program in programs.values():
            per_second(program, 50)
        rounds = [
            (raw_switching(2000), *(per_second(program, 500) for program in programs.values()))
            for _ in range(7)
        ]
    columns = list(zip(*rounds, strict=True))
    raw, *medians = map(statistics.median, columns)
    best, *bests = map(max, columns)
    print("executions a second (median of 7 turns, best)")
    print(f"  {'bare switching, 3 actors x 6':38} {raw:7.0f} {best:7.0f}")
    for title, median, most in zip(programs, medians, bests, strict=True):
        print(f"  {title:38} {median:7.0f} {most:7.0f}   1/{raw / median:.1f} of bare")


_FRONTRUN = """
import time, frontrun

class Office:
    def __init__(self):
        self.left, self.sold = 1, 0

    def buy(self):
        seen = self.left
        if seen > 0:
            self.left = seen - 1
            self.sold += 1

def verdict(**options):
    started = time.perf_counter()
    result = frontrun.explore(
        setup=Office, workers=Office.buy, count=2, reproduce_on_failure=0,
        invariant=lambda office: office.sold == 1, **options)
    return result, time.perf_counter() - started

verdict()
result, seconds = verdict()
every, longer = verdict(stop_on_first=False)
print(f"  frontrun, the same race in threads: {'holds' if result.property_holds else 'broken'} after"
      f" {result.num_explored} interleavings in {seconds:.3f} s; all {every.num_explored} in"
      f" {longer:.3f} s, {every.num_explored / longer:.0f} a second")
"""


def others() -> None:
    """Seconds to a verdict: ours, frontrun's, and plain repetition with real processes."""
    program = Program(counted(2))
    report = explore(program)
    print("seconds to a verdict on two buyers of one ticket")
    print(
        f"  every interleaving: {report.verdict} after {report.executions} in {report.seconds:.3f} s"
    )
    print(_frontrun())
    runs, seen, seconds = _repeated(30)
    often = f"seen in {seen} of {runs} runs" if seen else f"never seen in {runs} runs"
    expected = f"{runs / seen * seconds:.1f} s until it is seen once" if seen else "no end in sight"
    print(f"  real processes, over and over: {often}, {seconds:.2f} s each: {expected}")


def _frontrun() -> str:
    """What frontrun makes of it, which patches locks from a command of its own."""
    command = shutil.which("frontrun") or shutil.which("frontrun", path=Path(sys.executable).parent)
    if command is None:
        return "  frontrun is not installed: pip install frontrun"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "race.py")
        script.write_text(_FRONTRUN, "utf-8")
        done = subprocess.run(
            [command, "python", script], capture_output=True, text=True, check=False
        )
    return done.stdout.rstrip() or f"  frontrun failed: {done.stderr.strip()[-300:]}"


def _repeated(times: int) -> tuple[int, int, float]:
    """Run the program for real: how often, how often it failed, and seconds for each."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "tickets.py")
        script.write_text(counted(2), "utf-8")
        started = time.perf_counter()
        failed = sum(
            bool(
                subprocess.run(
                    [sys.executable, script], capture_output=True, check=False
                ).returncode
            )
            for _ in range(times)
        )
        return times, failed, (time.perf_counter() - started) / times


def cost() -> None:
    """How executions grow with dependent operations, and do not with independent ones."""
    print("executions (seconds) until all were tried; >: not all within 5 s")
    for title, number in (("on things of their own", "number"), ("on one shared thing", "0")):
        print(f"  {title}: processes x operations")
        print("     " + "".join(f"{ops:>18}" for ops in (2, 4, 6, 8, 10)))
        for processes in range(2, 7):
            row = []
            for ops in (2, 4, 6, 8, 10):
                source = DEPENDENT.format(processes=processes, ops=ops, number=number)
                report = explore(
                    Program(source), limits=Limits(seconds=5 / SYSTEMATIC, executions=10**6)
                )
                systematic = report.executions - report.sampled
                mark = "" if report.complete else ">"
                row.append(f"{mark}{systematic} ({report.seconds:.2f})")
            print(f"  {processes:3}" + "".join(f"{cell:>18}" for cell in row))


def ten() -> None:
    """Ten buyers: a verdict, honest about its completeness."""
    print("ten buyers")
    for title, source in (("without a lock", counted(10)), ("with a lock", counted(10, LOCKED))):
        report = explore(Program(source), limits=Limits(seconds=50))
        print(
            f"  {title}: {report.verdict}, {report.executions} executions, {report.sampled} of them"
            f" samples, complete: {report.complete}, {report.seconds:.1f} s"
        )


def memory() -> None:
    """Whether memory stays flat over 100,000 executions."""
    program = Program(counted(2))
    print("memory at most, in MiB, after so many executions")
    done = 0
    with swept():
        for until in (1_000, 10_000, 50_000, 100_000):
            per_second(program, until - done)
            done = until
            print(f"  {until:7} {_most_mib():8.1f}")


def _most_mib() -> float:
    """The most memory that this process has had, in MiB: macOS counts bytes, others kibibytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def forks() -> None:
    """What a virtual fork costs: copying all that a small program's main process has."""
    program, spent = Program(FAMILY), list[float]()
    forked = forking.forked

    def timed(*arguments: Any) -> Any:
        started = time.perf_counter()
        made = forked(*arguments)
        spent.append(time.perf_counter() - started)
        return made

    with mock.patch.object(forking, "forked", timed):
        for _ in range(200):
            machine = Machine(program, Settings("fork"))
            while able := machine.enabled():
                machine.step(able[0])
            machine.close()
    print("microseconds for a virtual fork (median, best)")
    print(f"  {statistics.median(spent) * 1e6:7.1f} {min(spent) * 1e6:7.1f}")


PARTS: dict[str, Callable[[], None]] = {
    each.__name__: each for each in (speed, others, cost, ten, memory, forks)
}


def main(wanted: list[str] | None = None) -> None:
    """Run the parts named, or all."""
    for name in wanted or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
