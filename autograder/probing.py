"""What the doctor runs behind the walls: attempts to get out, each telling what came of it.

    python -m autograder.probing ATTEMPT MARK <ORDERS

ORDERS is JSON, what the attempt needs to know; by MARK its process is known. One JSON value is
written: what it got hold of, nothing if all was refused. Attempts that are to be stopped from
outside write nothing if they are.
"""

from __future__ import annotations

import ctypes
import json
import os
import socket
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from autograder.subject import limit

FILL_MIB = 200
FORKS = 1500
FILES = 4000
CLONE_NEWUSER = 1 << 28

Orders = Mapping[str, Any]


def network(orders: Orders) -> list[str]:
    """Connections to a port of this machine and to a name that only Linux has, and a datagram."""
    reached = []
    tries: list[tuple[str, int, int, Any]] = [
        ("tcp", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", orders["port"])),
        ("udp", socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 9)),
    ]
    if orders["abstract"]:
        name = "\0" + orders["abstract"]
        tries.append(("abstract", socket.AF_UNIX, socket.SOCK_STREAM, name))
    for name, family, kind, address in tries:
        try:
            with socket.socket(family, kind) as tried:
                tried.settimeout(2)
                tried.connect(address)
                reached.append(name)
        except OSError:
            continue
    return reached


def reading(orders: Orders) -> list[str]:
    """Files that hold a secret."""
    return [path for path in orders["secrets"] if _holds(path, orders["mark"])]


def _holds(path: str, mark: str) -> bool:
    try:
        with open(path, "rb") as file:
            return mark.encode() in file.read(1 << 16)
    except OSError:
        return False


def environment(orders: Orders) -> list[str]:
    """Environments that hold a secret: our own and those of all processes that are seen."""
    found = [name for name, value in os.environ.items() if orders["mark"] in value]
    return found + [each for each in _processes("environ") if _holds(each, orders["mark"])]


def _processes(file: str) -> list[str]:
    try:
        return [f"/proc/{name}/{file}" for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return []


def answers(orders: Orders) -> list[str]:
    """Modules with right answers that can be imported."""
    found = []
    for name in orders["modules"]:
        try:
            import_module(name)
        except ImportError:
            continue
        found.append(name)
    return found


def writing(orders: Orders) -> list[str]:
    """Folders in which a file can be made. Whether it is seen outside, the doctor looks."""
    found = []
    for folder in orders["folders"]:
        try:
            with open(os.path.join(folder, orders["mark"]), "w") as file:
                file.write("x")
        except OSError:
            continue
        found.append(folder)
    return found


def filling(_: Orders) -> int:
    """How many MiB the working folder takes."""
    written = 0
    try:
        while written < FILL_MIB:
            with open(f"fill{written}", "wb", buffering=0) as file:
                for _number in range(10):
                    file.write(bytes(1 << 20))
                    written += 1
    except OSError:
        pass
    return written


def signals(orders: Orders) -> list[int]:
    """Processes outside that could be sent a signal; none is sent."""
    return [pid for pid in orders["pids"] if _may_signal(pid)]


def _may_signal(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def sight(orders: Orders) -> int:
    """How many processes outside are seen, by what they were started with."""
    return sum(_holds(each, orders["sign"]) for each in _processes("cmdline"))


def rights(_: Orders) -> list[str]:
    """Privileges, and ways to new ones."""
    found = []
    with open("/proc/self/status") as file:
        status = dict(line.split(":\t", 1) for line in file.read().splitlines() if ":\t" in line)
    if int(status.get("CapEff", "0"), 16):
        found.append("capabilities")
    if status.get("NoNewPrivs") != "1":
        found.append("new privileges")
    if ctypes.CDLL(None).unshare(CLONE_NEWUSER) == 0:
        found.append("namespaces")
    return found


def orphan(_: Orders) -> str:
    """Leave a process behind in a session of its own."""
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(600)
        os._exit(0)
    return ""


def memory(_: Orders) -> int:
    """Take more than one process may have; how many MiB it was in the end."""
    taken: list[bytearray] = []
    try:
        while len(taken) < 64:
            taken.append(bytearray(16 << 20))
    except MemoryError:
        pass
    return 16 * len(taken)


def together(_: Orders) -> str:
    """Take with several processes more than all of them may have."""
    for _number in range(8):
        if os.fork() == 0:
            kept = bytearray(os.urandom(1 << 20)) * 48
            time.sleep(600)
            del kept
    time.sleep(3)
    return "lived"


def processes(_: Orders) -> int:
    """Start processes; how many there were at once in the end."""
    count = 0
    try:
        while count < FORKS:
            if os.fork() == 0:
                time.sleep(600)
                os._exit(0)
            count += 1
            time.sleep(0.001)
    except OSError:
        pass
    return count


def files(_: Orders) -> int:
    """Open files; how many there were in the end."""
    opened: list[int] = []
    try:
        while len(opened) < FILES:
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        pass
    return len(opened)


def computing(_: Orders) -> None:
    """Compute for ever."""
    while True:
        pass


def sleeping(_: Orders) -> None:
    """Say that we are there, and do nothing for ever."""
    print("here", flush=True)
    time.sleep(600)


def flooding(_: Orders) -> None:
    """Write for ever."""
    while True:
        sys.stdout.write("0\n" * 10_000)


ATTEMPTS: Mapping[str, Callable[[Orders], Any]] = {
    each.__name__: each
    for each in (
        network, reading, environment, answers, writing, filling, signals, sight, rights,
        orphan, memory, together, processes, files, computing, sleeping, flooding,
    )
}  # fmt: skip


def main() -> None:
    """Make one attempt under the limits that a subject has, too."""
    orders = json.load(sys.stdin)
    if orders["limits"]:
        limit(*orders["limits"])
    print(json.dumps(ATTEMPTS[sys.argv[1]](orders)))


if __name__ == "__main__":
    main()
