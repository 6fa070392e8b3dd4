"""How many processes can really run at the same moment here.

``os.cpu_count()`` counts the CPUs of the whole computer. A process may be allowed fewer of them
(its CPU affinity), and a container such as Binder's may be given only a share of their time (its
cgroup's quota). What counts for a parallel speed-up is the least of the three.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

_MOUNT = Path("/sys/fs/cgroup")
_MEMBERSHIP = Path("/proc/self/cgroup")


def usable_cores() -> int:
    """How many CPUs this process can keep busy at once; at least 1.

    A quota of one and a half CPUs counts as one: the second would be taken away half of the time.

    >>> 1 <= usable_cores() <= os.cpu_count()
    True
    """
    allowed = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    quota = cpu_quota()
    return allowed if quota is None else max(1, min(allowed, int(quota)))


def cpu_quota(mount: Path = _MOUNT, membership: Path = _MEMBERSHIP) -> float | None:
    """How many CPUs' worth of time the control groups of this process allow; None if any amount.

    A limit of any group on the way from this process's own up to the root holds.

    Args:
        mount: Where Linux shows its control groups.
        membership: The file that names the groups of this process.

    Source: Linux kernel documentation, "Control Group v2" (``cpu.max``) and "CFS Bandwidth Control"
    (``cpu.cfs_quota_us`` and ``cpu.cfs_period_us``).
    """
    try:
        lines = membership.read_text("utf-8").splitlines()
    except OSError:  # not Linux, or a system that shows no groups
        return None
    quotas = [
        quota
        for line in lines
        for folder in _folders(mount, *line.split(":", 2)[1:])
        if (quota := _quota(folder)) is not None
    ]
    return min(quotas, default=None)


def _folders(mount: Path, controllers: str, group: str) -> Iterator[Path]:
    """The group's folder and all above it, for the groups that can limit the CPU."""
    if controllers == "":
        top = mount
    elif "cpu" in controllers.split(","):
        top = mount / controllers if (mount / controllers).is_dir() else mount / "cpu"
    else:
        return
    # Inside a container the path may name a place outside of what is mounted: the top remains.
    own = PurePosixPath(group.lstrip("/"))
    for folder in (own, *own.parents):
        yield top / folder


def _quota(folder: Path) -> float | None:
    try:
        if (file := folder / "cpu.max").exists():
            quota, period = file.read_text("utf-8").split()
        else:
            quota = (folder / "cpu.cfs_quota_us").read_text("utf-8").strip()
            period = (folder / "cpu.cfs_period_us").read_text("utf-8").strip()
    except OSError:
        return None
    return None if quota in {"max", "-1"} else int(quota) / int(period)
