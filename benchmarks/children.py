"""What ``%load_ext course`` costs: starting and joining a child, with it and in a stock kernel.

A stock kernel can give a cell's function to a child under fork only, so that is what is compared.
"""

from __future__ import annotations

from tests.kernels import Kernel, kernel

ROUNDS = 20
TIMED = """
import multiprocessing, time
def task():
    pass
def rounds(method, count):
    Process = multiprocessing.get_context(method).Process
    times = []
    for _ in range(count):
        started = time.perf_counter()
        child = Process(target=task)
        child.start()
        child.join()
        times.append(time.perf_counter() - started)
    return sorted(times)[count // 2] * 1000
"""


def median(one: Kernel, method: str) -> float:
    """Milliseconds to start and join a child that does nothing."""
    return float(one.run(f"print(rounds({method!r}, {ROUNDS}))", seconds=120).stdout)


def main() -> None:
    """Print a row for each start method."""
    print("start method   kernel    milliseconds for start and join (median)")
    with kernel(extension=False) as stock:
        stock.run(TIMED)
        print(f"{'fork':12}   stock     {median(stock, 'fork'):8.1f}")
    with kernel() as prepared:
        prepared.run(TIMED)
        for method in ("fork", "forkserver", "spawn"):
            print(f"{method:12}   course    {median(prepared, method):8.1f}")


if __name__ == "__main__":
    main()
