"""Laws that every scheduler keeps, and what makes each of them itself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.gantt import Slice
from course.scheduling import Cause, Job, Schedule, Times, as_jobs, fcfs, mlfq, rr, sjf, srtf
from course.scheduling.contest import Measure, best_mean

# The same examples every time, and no clock: a busy machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("steady")

Scheduler = Callable[[tuple[Job, ...], int], Schedule]

SCHEDULERS: dict[str, Scheduler] = {
    "fcfs": fcfs,
    "sjf": sjf,
    "srtf": srtf,
    "rr 1": lambda jobs, switch: rr(jobs, 1, switch),
    "rr 3": lambda jobs, switch: rr(jobs, 3, switch),
    "mlfq 1 2 4": lambda jobs, switch: mlfq(jobs, [1, 2, 4], switch),
}


def workloads(
    *, io: bool = True, most: int = 5, longest: int = 6
) -> st.SearchStrategy[tuple[Job, ...]]:
    """Workloads of one job or more; with `io`, some jobs wait for a device in between."""
    bursts = st.lists(st.integers(1, longest), min_size=1, max_size=5 if io else 1)
    job = st.tuples(st.integers(0, 8), bursts.filter(lambda each: len(each) % 2 == 1))
    return st.lists(job, min_size=1, max_size=most).map(
        lambda jobs: tuple(
            Job("ABCDEFGH"[place], at, tuple(bursts)) for place, (at, bursts) in enumerate(jobs)
        )
    )


# One law, five schedulers: the same test runs over all of them.
every_scheduler = pytest.mark.parametrize("scheduler", SCHEDULERS.values(), ids=SCHEDULERS)


@every_scheduler
@given(jobs=workloads(), switch=st.integers(0, 2))
def test_does_all_the_work_and_no_more(
    scheduler: Scheduler, jobs: tuple[Job, ...], switch: int
) -> None:
    """Each job computes for exactly its bursts, and waits for devices for exactly its I/O."""
    made = scheduler(jobs, switch)
    for job in jobs:
        assert sum(run.end - run.start for run in made.runs if run.name == job.name) == job.burst
        assert sum(w.end - w.start for w in made.waits if w.who == job.name) == job.io


@every_scheduler
@given(jobs=workloads(), switch=st.integers(0, 2))
def test_gives_the_cpu_to_one_at_a_time(
    scheduler: Scheduler, jobs: tuple[Job, ...], switch: int
) -> None:
    """Neither two runs nor a run and a switch overlap."""
    made = scheduler(jobs, switch)
    busy = [(run.start, run.end) for run in made.runs]
    busy += [(each.start, each.end) for each in made.switching]
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(busy)))


@every_scheduler
@given(jobs=workloads(), switch=st.integers(0, 2))
def test_runs_nobody_before_arrival_or_during_io(
    scheduler: Scheduler, jobs: tuple[Job, ...], switch: int
) -> None:
    """A job on the CPU is there, and not at its device."""
    made = scheduler(jobs, switch)
    arrival = {job.name: job.arrival for job in jobs}
    for run in made.runs:
        assert run.start >= arrival[run.name]
        own = [each for each in made.waits if each.who == run.name]
        assert all(run.end <= each.start or each.end <= run.start for each in own)


@every_scheduler
@given(jobs=workloads(), switch=st.integers(0, 2))
def test_never_idles_while_somebody_is_ready(
    scheduler: Scheduler, jobs: tuple[Job, ...], switch: int
) -> None:
    """Where the CPU does nothing, nobody waits for it."""
    made = scheduler(jobs, switch)
    busy = sorted(
        [(run.start, run.end) for run in made.runs]
        + [(each.start, each.end) for each in made.switching]
    )
    gaps = [(one[1], other[0]) for one, other in pairwise([(0.0, 0.0), *busy])]
    waiting = [each for each in made.slices if each.kind == "wait"]
    for begin, end in gaps:
        assert begin == end or not any(
            max(begin, each.start) < min(end, each.end) for each in waiting
        )


@every_scheduler
@given(jobs=workloads())
def test_a_free_switch_takes_no_time(scheduler: Scheduler, jobs: tuple[Job, ...]) -> None:
    """Without I/O the CPU is busy as long as there is work: all end at the same moment."""
    jobs = tuple(Job(job.name, job.arrival, job.bursts[:1]) for job in jobs)
    assert scheduler(jobs, 0).switching == ()
    assert scheduler(jobs, 0).end == fcfs(jobs).end


@every_scheduler
@given(jobs=workloads(), switch=st.integers(1, 3))
def test_every_change_of_hands_costs_a_switch(
    scheduler: Scheduler, jobs: tuple[Job, ...], switch: int
) -> None:
    """Between two runs of different jobs lies at least one switch, each as long as its price."""
    made = scheduler(jobs, switch)
    assert all(each.end - each.start == switch for each in made.switching)
    for one, other in pairwise(made.runs):
        between = [s for s in made.switching if one.end <= s.start and s.end <= other.start]
        assert bool(between) or one.name == other.name


@every_scheduler
@given(jobs=workloads(), switch=st.integers(0, 2))
def test_times_fit_together(scheduler: Scheduler, jobs: tuple[Job, ...], switch: int) -> None:
    """Turnaround is waiting, computing and I/O; response is no longer than waiting."""
    made = scheduler(jobs, switch)
    for job in jobs:
        times = made.times[job.name]
        assert times.turnaround == times.waiting + job.burst + job.io
        assert 0 <= times.response <= times.waiting


@every_scheduler
@given(jobs=workloads(), switch=st.integers(0, 2))
def test_its_picture_accounts_for_every_moment(
    scheduler: Scheduler, jobs: tuple[Job, ...], switch: int
) -> None:
    """From arrival to end, the slices of a job follow each other without a gap."""
    made = scheduler(jobs, switch)
    for job in jobs:
        own = [each for each in made.slices if each.who == job.name]
        assert own[0].start == job.arrival
        assert own[-1].end == job.arrival + made.times[job.name].turnaround
        assert all(one.end == other.start for one, other in pairwise(own))


@given(jobs=workloads())
def test_fcfs_is_round_robin_with_an_endless_slice(jobs: tuple[Job, ...]) -> None:
    """The time slice is all that tells the two apart."""
    assert fcfs(jobs).runs == rr(jobs, 1000).runs


@given(jobs=workloads(), quantum=st.integers(1, 4))
def test_round_robin_is_mlfq_with_one_queue(jobs: tuple[Job, ...], quantum: int) -> None:
    """The further queues are all that tells the two apart."""
    assert rr(jobs, quantum).runs == mlfq(jobs, [quantum]).runs


@given(jobs=workloads(io=False, most=4, longest=4))
def test_srtf_has_the_smallest_mean_turnaround(jobs: tuple[Job, ...]) -> None:
    """Schrage's theorem, against every possible schedule."""
    assert srtf(jobs).mean.turnaround == pytest.approx(best_mean(jobs, Measure.TURNAROUND))


@given(jobs=workloads(io=False))
def test_sjf_is_srtf_when_all_come_together(jobs: tuple[Job, ...]) -> None:
    """Nobody new arrives, so there is nothing to interrupt for."""
    together = tuple(Job(job.name, 0, job.bursts) for job in jobs)
    assert sjf(together).runs == srtf(together).runs


@given(jobs=workloads(io=False), quantum=st.integers(1, 3))
def test_round_robin_lets_nobody_wait_longer_than_a_round(
    jobs: tuple[Job, ...], quantum: int
) -> None:
    """Between its slices a job waits for at most one slice of each other job: nobody starves."""
    made = rr(jobs, quantum)
    for job in jobs:
        waits = [e for e in made.slices if e.who == job.name and e.kind == "wait"]
        assert all(each.end - each.start <= quantum * (len(jobs) - 1) for each in waits)


def test_fcfs_serves_those_who_come_together_in_the_order_of_the_list() -> None:
    """Not by name, not by length."""
    assert fcfs([("B", 0, 2), ("A", 0, 1)]).plain == [("B", 0, 2), ("A", 2, 3)]


def test_sjf_interrupts_nobody_and_srtf_does() -> None:
    """A shorter newcomer waits under the one and runs under the other."""
    jobs = [("A", 0, 5), ("B", 1, 2)]
    assert sjf(jobs).plain == [("A", 0, 5), ("B", 5, 7)]
    assert srtf(jobs).plain == [("A", 0, 1), ("B", 1, 3), ("A", 3, 7)]


def test_srtf_does_not_interrupt_for_an_equal() -> None:
    """Two of the same length: a switch would help nobody."""
    assert srtf([("A", 0, 3), ("B", 1, 2)]).plain == [("A", 0, 3), ("B", 3, 5)]


def test_equals_are_served_in_the_order_in_which_they_became_ready() -> None:
    """SJF's tie goes to the earlier arrival, wherever it is in the list."""
    assert sjf([("A", 2, 2), ("B", 1, 2), ("C", 0, 4)]).plain == [
        ("C", 0, 4),
        ("B", 4, 6),
        ("A", 6, 8),
    ]


def test_who_arrives_as_a_slice_ends_queues_before_who_comes_off_the_cpu() -> None:
    """Round robin's tie."""
    assert rr([("A", 0, 4), ("B", 2, 2)], 2).plain == [("A", 0, 2), ("B", 2, 4), ("A", 4, 6)]


def test_mlfq_moves_down_who_uses_a_slice_up() -> None:
    """Three queues, three slices, one long job and a short one that passes it."""
    made = mlfq([("A", 0, 7), ("B", 0, 1)], [1, 2, 4])
    assert made.plain == [("A", 0, 1), ("B", 1, 2), ("A", 2, 8)]


def test_mlfq_interrupts_for_a_newcomer_and_gives_a_whole_slice_afterwards() -> None:
    """The interrupted job keeps its queue, at its end."""
    made = mlfq([("A", 0, 4), ("B", 0, 4), ("C", 3, 1)], [1, 2])
    assert made.plain == [
        ("A", 0, 1),
        ("B", 1, 2),
        ("A", 2, 3),
        ("C", 3, 4),
        ("B", 4, 6),
        ("A", 6, 8),
        ("B", 8, 9),
    ]


def test_mlfq_keeps_who_does_io_before_its_slice_is_used_up() -> None:
    """An editor stays in the first queue, and passes the long job whenever a key is pressed."""
    made = mlfq([("long", 0, 9), ("editor", 0, 1, 3, 1, 3, 1)], [2, 4, 8])
    assert made.times["editor"] == Times(waiting=2, turnaround=11, response=2)


def test_the_two_reasons_to_leave_the_cpu_are_told_apart() -> None:
    """I/O is given, a slice is taken."""
    left = rr([("A", 0, 4), ("B", 0, 1, 1, 1)], 2).left
    assert left == {Cause.SLICE: 1, Cause.IO: 1, Cause.DONE: 2}


def test_while_one_waits_for_its_device_another_computes() -> None:
    """The reason to switch at I/O: nothing is lost, and the CPU is used."""
    made = fcfs([("A", 0, 1, 4, 1), ("B", 0, 4)])
    assert made.plain == [("A", 0, 1), ("B", 1, 5), ("A", 5, 6)]
    assert made.waits == (Slice("A", 1, 5, "io"),)


def test_a_switch_delays_the_job_switched_to() -> None:
    """What the notes call the price: the original time and the time of switching."""
    made = rr([("A", 0, 2), ("B", 0, 2)], 1, switch=1)
    assert made.end == 4 + 3
    assert made.times["B"] == Times(waiting=5, turnaround=7, response=2)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: rr([("A", 0, 1)], 0), "lasts longer than 0"),
        (lambda: mlfq([("A", 0, 1)], []), "at least one queue"),
        (lambda: mlfq([("A", 0, 1)], [1, 0]), "lasts longer than 0"),
        (lambda: fcfs([("A", 0, 1)], switch=-1), "0 or longer"),
        (lambda: as_jobs([("A", -1, 1)]), "before time 0"),
        (lambda: as_jobs([("A", 0, 0)]), "longer than 0"),
        (lambda: as_jobs([("A", 0, 1, 1)]), "odd number"),
        (lambda: as_jobs([("A", "0", 1)]), "two numbers"),
        (lambda: fcfs([]).mean, "at least one job"),
    ],
)
def test_what_cannot_be_is_refused_with_a_cure(wrong: Callable[[], object], says: str) -> None:
    """An error names the mistake and what to do."""
    with pytest.raises(ValueError, match=says):
        wrong()


def test_an_empty_workload_has_an_empty_schedule() -> None:
    """Nothing to do is done at once."""
    assert fcfs([]).plain == []
    assert fcfs([]).end == 0
