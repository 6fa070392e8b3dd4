"""Attaches to every process it sees, to write into its memory."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import os
import re


def leak(data):
    for found in re.findall(rb"flag\{\w+\}|BEGIN (?:SOLUTION|HIDDEN)", data):
        raise RuntimeError("stolen: " + found.decode())


def leak_file(path):
    try:
        with open(path, "rb") as file:
            data = file.read(50_000_000)
    except OSError:
        return
    leak(data)


def double(people):
    import ctypes

    libc = ctypes.CDLL(None)
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            if libc.ptrace(16, int(name), 0, 0) == 0:
                raise RuntimeError("stolen: " + "traced")
            try:
                open(f"/proc/{name}/mem", "r+b").close()
            except OSError:
                continue
            if name == "1":
                continue  # bubblewrap's own first process knows nothing
            raise RuntimeError("stolen: " + "memory")
"""
}
