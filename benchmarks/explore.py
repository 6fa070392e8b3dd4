"""What exploring costs, beside what else people use. All in one run, so that ratios can be compared.

    python -m benchmarks.explore            # everything, some minutes
    python -m benchmarks.explore speed cost # some of it

`frontrun <https://pypi.org/project/frontrun/>`_, which explores threads, is measured if installed.
"""

from __future__ import annotations

import gc
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import greenlet

from autograder.explorer.exploring import SWEEP, Limits, explore, swept
from autograder.explorer.machine import Machine, Registry
from autograder.explorer.search import Search
from autograder.explorer.source import Program

TICKETS = """
import json, time
from multiprocessing import Process

def buy(name):
    with open("tickets.json") as file:
        left = json.load(file)["left"]
    if left > 0:
        time.sleep(0.01)
        with open("tickets.json", "w") as file:
            json.dump({"left": left - 1}, file)
        with open(f"{name}.txt", "w") as file:
            file.write("ticket")

if __name__ == "__main__":
    with open("tickets.json", "w") as file:
        json.dump({"left": 1}, file)
    buyers = [Process(target=buy, args=(name,)) for name in ("ann", "bob")]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
"""
"""Two buyers grab the last ticket of a file."""

LOOK = """
from multiprocessing import Process, Value

def buy(left):
    seen = left.value
    if seen > 0:
        left.value = seen - 1

if __name__ == "__main__":
    left = Value("i", 1)
    buyers = [Process(target=buy, args=(left,)) for _ in range(2)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
"""
"""Two buyers look and take, and nothing else."""

VALUES = """
from multiprocessing import Process, Value

def buy(left, sold):
    seen = left.value
    if seen > 0:
        left.value = seen - 1
        with sold.get_lock():
            sold.value += 1

if __name__ == "__main__":
    left, sold = Value("i", 1), Value("i", 0)
    buyers = [Process(target=buy, args=(left, sold)) for _ in range({buyers})]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    assert sold.value == 1, f"{{sold.value}} sold"
"""
"""The same with shared values, and what must hold."""


def per_second(program: Program, executions: int) -> float:
    """Executions a second of the search, over and over, until there were so many."""
    registry, done, swept_up = Registry(), 0, 0
    started = time.perf_counter()
    while done < executions:
        search = Search(lambda: Machine(program, registry=registry))
        for _ in search.results():
            pass
        done += search.counts.executions + search.counts.cut
        if done - swept_up >= SWEEP:
            gc.collect()  # as an exploration does
            swept_up = done
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
        "the same, and count what was sold": Program(VALUES.format(buyers=2)),
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
    program = Program(VALUES.format(buyers=2))
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
        script.write_text(VALUES.format(buyers=2), "utf-8")
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


_COST = """
from multiprocessing import Process, Value

def work(values, number):
    for _ in range({ops} // 2):
        values[number].value += 1

if __name__ == "__main__":
    values = [Value("i", 0) for _ in range({processes})]
    workers = [
        Process(target=work, args=(values, {number})) for number in range({processes})
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""


def cost() -> None:
    """How executions grow with dependent operations, and do not with independent ones."""
    print("executions (seconds) until all were tried; >: not all within 5 s")
    for title, number in (("on things of their own", "number"), ("on one shared thing", "0")):
        print(f"  {title}: processes x operations")
        print("     " + "".join(f"{ops:>18}" for ops in (2, 4, 6, 8, 10)))
        for processes in range(2, 7):
            row = []
            for ops in (2, 4, 6, 8, 10):
                source = _COST.format(processes=processes, ops=ops, number=number)
                report = explore(Program(source), limits=Limits(seconds=5 / 0.7, executions=10**6))
                systematic = report.executions - report.sampled
                mark = "" if report.complete else ">"
                row.append(f"{mark}{systematic} ({report.seconds:.2f})")
            print(f"  {processes:3}" + "".join(f"{cell:>18}" for cell in row))


def ten() -> None:
    """Ten buyers: a verdict, honest about its completeness."""
    print("ten buyers")
    for title, source in (
        ("without a lock", VALUES.format(buyers=10)),
        ("with a lock", VALUES.format(buyers=10).replace(
            "    seen = left.value\n    if seen > 0:\n        left.value = seen - 1\n        with sold.get_lock():\n            sold.value += 1",
            "    with left.get_lock():\n        if left.value > 0:\n            left.value -= 1\n            sold.value += 1",
        )),
    ):  # fmt: skip
        report = explore(Program(source), limits=Limits(seconds=50))
        print(
            f"  {title}: {report.verdict}, {report.executions} executions, {report.sampled} of them"
            f" samples, complete: {report.complete}, {report.seconds:.1f} s"
        )


def memory() -> None:
    """Whether memory stays flat over 100,000 executions."""
    program = Program(VALUES.format(buyers=2))
    print("memory at most, in MiB, after so many executions")
    done = 0
    with swept():
        for until in (1_000, 10_000, 50_000, 100_000):
            per_second(program, until - done)
            done = until
            print(f"  {until:7} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f}")


PARTS: dict[str, Callable[[], None]] = {
    each.__name__: each for each in (speed, others, cost, ten, memory)
}


def main(wanted: list[str] | None = None) -> None:
    """Run the parts named, or all."""
    for name in wanted or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
