"""How many cores a container's limits leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import cores
from course.cores import cpu_quota, usable_cores


def groups(folder: Path, membership: str, files: dict[str, str]) -> float | None:
    """The quota in a made-up /sys/fs/cgroup with `files`."""
    for name, content in files.items():
        file = folder / "mount" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    (folder / "membership").write_text(membership)
    return cpu_quota(folder / "mount", folder / "membership")


def test_no_control_groups_means_no_limit(tmp_path: Path) -> None:
    """Where the system shows none, any amount of CPU may be used."""
    assert cpu_quota(tmp_path, tmp_path / "missing") is None


def test_no_quota_means_no_limit(tmp_path: Path) -> None:
    """``max`` is Linux's word for no limit."""
    assert groups(tmp_path, "0::/\n", {"cpu.max": "max 100000\n"}) is None


def test_a_container_sees_its_own_group_as_the_root(tmp_path: Path) -> None:
    """Binder's way: the limit stands at the top of what is mounted."""
    assert groups(tmp_path, "0::/\n", {"cpu.max": "100000 100000\n"}) == 1.0


def test_a_path_outside_of_the_mount_falls_back_to_the_top(tmp_path: Path) -> None:
    """Without a namespace of its own a container reads the host's path."""
    assert groups(tmp_path, "0::/docker/abc\n", {"cpu.max": "50000 100000\n"}) == 0.5


def test_the_tightest_limit_on_the_way_up_holds(tmp_path: Path) -> None:
    """A group cannot use more than the groups above it."""
    files = {"a/cpu.max": "200000 100000\n", "a/b/cpu.max": "400000 100000\n"}
    assert groups(tmp_path, "0::/a/b\n", files) == 2.0


def test_control_groups_of_version_one(tmp_path: Path) -> None:
    """Older systems keep quota and period in two files of the cpu controller."""
    files = {"cpu/x/cpu.cfs_quota_us": "150000\n", "cpu/x/cpu.cfs_period_us": "100000\n"}
    membership = "4:memory:/x\n1:cpu,cpuacct:/x\n"
    assert groups(tmp_path, membership, files) == 1.5


def test_minus_one_is_no_limit_in_version_one(tmp_path: Path) -> None:
    """-1 is the older word for no limit."""
    files = {"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"}
    assert groups(tmp_path, "1:cpu:/\n", files) is None


@pytest.mark.parametrize(("quota", "usable"), [(None, 8), (0.5, 1), (1.5, 1), (3.0, 3), (16.0, 8)])
def test_usable_cores_is_the_least_of_what_is_there(
    monkeypatch: pytest.MonkeyPatch, quota: float | None, usable: int
) -> None:
    """A part of a core is no core, but one there always is."""
    monkeypatch.setattr(cores, "cpu_quota", lambda: quota)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(8)), raising=False)
    assert usable_cores() == usable
