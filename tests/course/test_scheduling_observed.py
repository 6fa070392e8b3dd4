"""What the operating system counts, with a stand-in for it."""

from __future__ import annotations

from types import SimpleNamespace

import psutil
import pytest

from course.scheduling.observed import Switches, on_one_core


class Linux:
    """A process that may use three cores and is switched twice as often each time it is asked."""

    def __init__(self) -> None:
        self.cores = [2, 3, 5]
        self.asked = 0

    def cpu_affinity(self, cores: list[int] | None = None) -> list[int]:
        """Its cores, or new ones for it."""
        self.cores = cores or self.cores
        return self.cores

    def num_ctx_switches(self) -> SimpleNamespace:
        """4 and 10, then 8 and 20."""
        self.asked += 1
        return SimpleNamespace(voluntary=4 * self.asked, involuntary=10 * self.asked)


def test_switches_within_the_block_are_counted_on_the_first_core(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One core within the block, all of them after it."""
    me = Linux()
    monkeypatch.setattr(psutil, "Process", lambda: me)
    with on_one_core() as switches:
        assert me.cores == [2]
    assert switches == Switches(given=4, taken=10)
    assert me.cores == [2, 3, 5]


def test_where_no_core_can_be_chosen_only_the_count_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On macOS psutil knows of no affinity, and its second number stays 0."""
    counts = iter([(30, 0), (37, 0)])
    mac = SimpleNamespace(
        num_ctx_switches=lambda: SimpleNamespace(
            **dict(zip(("voluntary", "involuntary"), next(counts), strict=True))
        )
    )
    monkeypatch.setattr(psutil, "Process", lambda: mac)
    with on_one_core() as switches:
        pass
    assert switches == Switches(given=7, taken=0)
