"""Runs one command behind walls made of Linux namespaces, where bubblewrap is not installed.

    python confine.py PLAN COMMAND [ARGUMENT ...]

PLAN is JSON, the fields of :class:`autograder.view.View`. The command finds itself in a file system that
holds what the plan names and nothing else, read-only but for one small folder in memory; alone with its own
children in a table of processes; without network, privileges or a way to get them back. The kernel
ends all of them as soon as the first process in there, which is ours, ends.

After bubblewrap (https://github.com/containers/bubblewrap). Only the standard library is imported,
and not much of it: this runs once for every check.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import signal
import struct
import sys
from typing import Any, NoReturn

FAILED = 125
"""The exit status when the walls cannot be put up; the command has not run then."""

# <sched.h>, <sys/mount.h>, <sys/prctl.h>, <linux/mount.h>
CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS = 0x00020000, 0x02000000, 0x04000000
CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = (1 << bit for bit in (27, 28, 29, 30))
OWN = (
    CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC
    | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET
)  # fmt: skip
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_SLAVE = 2, 4, 8, 4096, 16384, 1 << 19
MNT_DETACH = 2
AT_FDCWD, AT_RECURSIVE = -100, 0x8000
SYS_MOUNT_SETATTR = 442  # the same on every architecture, since Linux 5.12
MOUNT_ATTR_RDONLY, MOUNT_ATTR_NOSUID = 1, 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
CAPABILITY_VERSION_3 = 0x20080522
LAST_CAPABILITY = 63

DEVICES = ("null", "zero", "full", "random", "urandom")
SHARED = "/dev/shm"  # noqa: S108 - a place of its own, in the new root
STREAMS = {"fd": "", "stdin": "/0", "stdout": "/1", "stderr": "/2"}
# Whoever is root outside is somebody without any rights in there: one for each subject, so that
# what one of them counts as its processes, no other does. Even small containers map these ids.
FIRST_ID, IDS = 61184, 4000


class WallError(OSError):
    """A wall cannot be put up on this system."""


_libc = ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: Any) -> int:
    """A function of the C library that says -1 if it failed."""
    result = int(getattr(_libc, name)(*arguments))
    if result == -1:
        code = ctypes.get_errno()
        told = [argument for argument in arguments if isinstance(argument, bytes)]
        raise WallError(code, f"{name}{told}: {os.strerror(code)}")
    return result


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    words = (each.encode() for each in (source, target, kind))
    _call("mount", *words, ctypes.c_ulong(flags), options.encode())


def own_namespaces() -> int:
    """Leave everybody else's namespaces; the user id to become before the command is run.

    Root maps one more id beside its own, which only somebody outside can do: a child that stayed.
    """
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        chosen = FIRST_ID + os.getpid() % IDS
        wait, left = os.pipe()
        helper = os.fork()
        if helper == 0:
            os.close(left)
            os.read(wait, 1)
            os._exit(_map_ids(os.getppid(), chosen))
        os.close(wait)
        _call("unshare", OWN)
        os.close(left)
        if os.waitpid(helper, 0)[1] == 0:
            return chosen
    else:
        _call("unshare", OWN)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{user} {user} 1")
    _write("/proc/self/gid_map", f"{group} {group} 1")
    return user


def _map_ids(pid: int, chosen: int) -> int:
    try:
        for kind in ("uid", "gid"):
            _write(f"/proc/{pid}/{kind}_map", f"0 0 1\n{chosen} {chosen} 1\n")
    except OSError:
        return 1
    return 0


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def build(plan: dict[str, Any], user: int) -> None:
    """Make the file system that `plan` describes, and make it the only one."""
    root = plan["root"]
    _mount("none", "/", "", MS_SLAVE | MS_REC)  # nothing of what follows is seen outside
    _mount("tmpfs", root, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=4m")
    for kind, target, source in plan["mounts"]:
        _add(kind, root + target, source)
    for name in DEVICES:
        _add("bind", f"{root}/dev/{name}", f"/dev/{name}")
    for name, number in STREAMS.items():
        os.symlink(f"/proc/self/fd{number}", f"{root}/dev/{name}")
    for name in ("/proc", SHARED, plan["work"]):
        os.makedirs(root + name, exist_ok=True)
    _mount("proc", f"{root}/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    with contextlib.suppress(OSError):  # where that cannot be bounded, the warden counts
        _write(f"{root}/proc/sys/user/max_user_namespaces", "0")
    attributes = struct.pack("QQQQ", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID, 0, 0, 0)
    where = (ctypes.c_int(AT_FDCWD), root.encode(), ctypes.c_uint(AT_RECURSIVE))
    _call("syscall", SYS_MOUNT_SETATTR, *where, attributes, ctypes.c_size_t(len(attributes)))
    quiet = MS_NOSUID | MS_NODEV
    size = f"size={plan['work_mib']}m,nr_inodes=10000,uid={user},mode=700"
    _mount("tmpfs", root + plan["work"], "tmpfs", quiet, size)
    _mount("tmpfs", root + SHARED, "tmpfs", quiet | MS_NOEXEC, "size=16m,mode=1777")
    os.chdir(root)
    _call("pivot_root", b".", b".")
    _call("umount2", b".", MNT_DETACH)
    os.chdir(plan["work"])


def _add(kind: str, target: str, source: str) -> None:
    """One entry of the plan."""
    if kind == "link":
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.symlink(source, target)
    elif kind == "empty":
        _mount("tmpfs", target, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=1m")
    else:
        if os.path.isdir(source):
            os.makedirs(target, exist_ok=True)
        elif not os.path.exists(target):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            open(target, "w").close()
        _mount(source, target, "", MS_BIND | MS_REC)


def give_up_rights(user: int) -> None:
    """No capability, and no program that would give one back."""
    for capability in range(LAST_CAPABILITY + 1):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)  # those that do not exist fail
    if user != os.geteuid():
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    _call("capset", header, bytes(24))
    _call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("prctl", PR_SET_DUMPABLE, 0, 0, 0, 0)


def end_with_parent() -> None:
    """Be killed when our parent ends; to be said again after every change of rights."""
    _call("prctl", PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def first_process(plan: dict[str, Any], user: int, command: list[str], parent: int) -> int:
    """What the first process of the new table does; the command's exit status.

    Everybody whose parent ended is its child, and has to be waited for. `parent` is a pipe that is
    closed if our own has ended before it could take us along: it cannot be seen from here.
    """
    build(plan, user)
    give_up_rights(user)
    end_with_parent()
    if select.select([parent], [], [], 0)[0]:
        return FAILED
    os.close(parent)
    child = os.fork()
    if child == 0:
        try:
            os.execve(command[0], command, plan["environment"])  # noqa: S606 - no shell is wanted
        except OSError as error:
            _fail(error)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    while True:
        pid, status = os.wait()
        if pid == child:
            return _exit_status(status)


def _exit_status(status: int) -> int:
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def _fail(error: OSError) -> NoReturn:
    sys.stderr.write(f"confine: {error}\n")
    sys.stderr.flush()
    os._exit(FAILED)


def main() -> None:
    """Put up the walls and run the command behind them."""
    plan, command = json.loads(sys.argv[1]), sys.argv[2:]
    parent = os.getppid()
    try:
        user = own_namespaces()
        end_with_parent()
        if os.getppid() != parent:
            os._exit(FAILED)
        ours, theirs = os.pipe()  # closes when we end
        first = os.fork()
        if first == 0:
            os.close(theirs)
            os._exit(first_process(plan, user, command, ours))
        os.close(ours)
        for stream in (0, 1):
            os.close(stream)
        os._exit(_exit_status(os.waitpid(first, 0)[1]))
    except OSError as error:
        _fail(error)


if __name__ == "__main__":
    main()
