"""The model of multiprogramming: what its plans promise, for any workload."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.exercise import find
from autograder.host import Answer
from autograder.plain import encode
from autograder.verdict import examine
from course import scheduling, set_pace
from course.exercises.answers.multiprogramming import first_in_list_first, one_device
from course.exercises.multiprogramming import CHORES, judge_schedule
from course.gantt import Slice
from course.multiprogramming import (
    Job,
    makespan,
    measured,
    named,
    plan_one_by_one,
    plan_together,
    shortest,
)
from course.timeline import Event, Tape

# The same inputs on every run, and no verdict that depends on how busy the machine is.
steady = settings(derandomize=True, deadline=None)


@st.composite
def jobs(draw: st.DrawFn, most: int = 4, bursts: int = 5) -> list[Job]:
    """Workloads whose jobs begin and end with a burst of either kind."""

    def job() -> Job:
        kinds = draw(st.sampled_from([("cpu", "io"), ("io", "cpu")]))
        lengths = draw(st.lists(st.integers(1, 9), min_size=1, max_size=bursts))
        return [(kinds[place % 2], length) for place, length in enumerate(lengths)]

    return [job() for _ in range(draw(st.integers(1, most)))]


def of(who: str, slices: list[Slice]) -> list[Slice]:
    """One job's slices in the order of time."""
    return sorted((each for each in slices if each.who == who), key=lambda each: each.start)


@pytest.mark.parametrize("plan", [plan_one_by_one, plan_together])
@steady
@given(workload=jobs())
def test_a_plan_is_legal(plan: object, workload: list[Job]) -> None:
    """Every burst once, in order, in full length, none before the last ended; one on the CPU."""
    assert callable(plan)
    slices: list[Slice] = plan(named(workload))
    for who, bursts in named(workload).items():
        own = of(who, slices)
        assert [(each.kind, each.end - each.start) for each in own] == list(bursts)
        assert all(a.end <= b.start for a, b in pairwise(own))
    on_cpu = sorted((each.start, each.end) for each in slices if each.kind == "cpu")
    assert all(a[1] <= b[0] for a, b in pairwise(on_cpu))


@steady
@given(workload=jobs())
def test_one_by_one_takes_the_sum_of_everything(workload: list[Job]) -> None:
    """Nothing overlaps, so every burst adds its length."""
    total = sum(length for job in workload for _, length in job)
    assert makespan(plan_one_by_one(named(workload))) == total


@steady
@given(workload=jobs())
def test_together_lies_between_the_bounds(workload: list[Job]) -> None:
    """Never longer than one by one; never shorter than the CPU's work or the longest job."""
    on_cpu = sum(length for job in workload for kind, length in job if kind == "cpu")
    longest = max(sum(length for _, length in job) for job in workload)
    together = makespan(plan_together(named(workload)))
    assert max(on_cpu, longest) <= together <= makespan(plan_one_by_one(named(workload)))


@steady
@given(workload=jobs())
def test_in_the_queue_nobody_overtakes(workload: list[Job]) -> None:
    """CPU bursts run in the order in which their jobs were ready, then in the list's order."""
    slices = plan_together(named(workload))
    served = []
    for who in named(workload):
        ready: float = 0
        for each in of(who, slices):
            if each.kind == "cpu":
                served.append((ready, who, each.start))
            else:
                assert each.start == ready
            ready = each.end
    starts = [start for _, _, start in sorted(served)]
    assert starts == sorted(starts)


@steady
@given(workload=jobs())
def test_together_is_the_first_come_first_served_of_lesson_02(workload: list[Job]) -> None:
    """Where both models apply (computing first and last), their makespans agree."""
    odd = [job if len(job) % 2 else job[:-1] for job in workload]
    shared = [job for job in odd if job and job[0][0] == "cpu"]
    plain: list[tuple[str | float, ...]] = [
        (who, 0, *(length for _, length in job)) for who, job in named(shared).items()
    ]
    runs = [end for _, _, end in scheduling.fcfs(plain).plain]
    assert makespan(plan_together(named(shared))) == max(runs, default=0)


@steady
@given(workload=jobs(most=3, bursts=3))
def test_the_shortest_is_no_longer_than_any_order_of_the_list(workload: list[Job]) -> None:
    """The search is over all orders, so no queue beats it; and the bounds hold for it too."""
    least = shortest(workload)
    on_cpu = sum(length for job in workload for kind, length in job if kind == "cpu")
    assert on_cpu <= least <= makespan(plan_together(named(workload)))
    assert least <= makespan(plan_together(named(workload[::-1])))


def test_the_story_of_the_notes() -> None:
    """Laundry 30, dinner 50, water 30: 110 one by one; 50 if waiting is all there is to them."""
    waiting = named([[("io", 30)], [("io", 50)], [("io", 30)]])
    assert makespan(plan_one_by_one(waiting)) == 110
    assert makespan(plan_together(waiting)) == 50


def test_work_for_the_cpu_gains_nothing() -> None:
    """Three jobs that only compute take 110 on one CPU either way."""
    computing = named([[("cpu", 30)], [("cpu", 50)], [("cpu", 30)]])
    assert makespan(plan_together(computing)) == makespan(plan_one_by_one(computing)) == 110


def test_the_chores_reward_thinking() -> None:
    """The queue's order is not the best order of the learner's chores, and the best is 11."""
    workload = list(CHORES.values())
    assert makespan(plan_one_by_one(CHORES)) == 26
    assert makespan(plan_together(CHORES)) == 17
    assert shortest(workload) == 11


def test_the_judge_takes_the_plans_for_legal() -> None:
    """A plan of the model's own is found too long at most, never illegal."""
    for plan, diagnosis in ((plan_one_by_one, "nothing-overlaps"), (plan_together, "not-shortest")):
        slices = [(each.who, each.start, each.end, each.kind) for each in plan(CHORES)]
        found = judge_schedule((), slices)
        assert found is not None
        assert found.diagnosis == diagnosis


@steady
@given(workload=jobs())
def test_a_wrong_model_is_only_as_wrong_as_it_says(workload: list[Job]) -> None:
    """With one job there is nobody to overtake and nobody to queue with."""
    one = workload[:1]
    right = makespan(plan_together(named(one)))
    assert one_device(one) == first_in_list_first(one) == right


@pytest.mark.parametrize(
    ("jobs_at_0", "answer", "diagnosis"),
    [
        ([[("io", 1)]], 0, "last-wait-forgotten"),
        ([[("cpu", 1)], [("io", 1)]], 2, "io-queues"),
        ([[("cpu", 1)]], 7, "differs"),
        ([[("cpu", 1)]], [1], "not-a-number"),
    ],
)
def test_one_answer_can_give_a_mistake_away(
    jobs_at_0: list[Job], answer: object, diagnosis: str
) -> None:
    """Whatever else is wrong with a program, its smallest wrong answer is told for what it is."""
    found = examine(find("01-multiprogramming/together"), (jobs_at_0,), Answer(encode(answer)))
    assert found.finding is not None
    assert found.finding.diagnosis == diagnosis


@pytest.mark.parametrize(
    ("bursts", "complaint"),
    [
        ([("cpu", 1), ("cpu", 2)], "take turns"),
        ([("nap", 1)], "take turns"),
        ([("cpu", 0)], "1 or longer"),
    ],
)
def test_impossible_jobs_are_refused(bursts: Job, complaint: str) -> None:
    """Bursts take turns and last; the error says which do not."""
    with pytest.raises(ValueError, match=complaint):
        plan_together({"A": bursts})


def test_letters_run_out() -> None:
    """There are 26 names to give."""
    with pytest.raises(ValueError, match="26 jobs"):
        named([[("cpu", 1)]] * 27)


def test_measured_counts_seconds_of_the_story_from_the_first_start() -> None:
    """What took 1.5 s and 0.5 s at pace 0.05 took 30 s and 10 s in the story."""
    set_pace(0.05)
    tape = Tape(
        [
            Event(1.0, 7, "P", "wash", "begin"),
            Event(1.5, 8, "Q", "cook", "begin"),
            Event(2.0, 8, "Q", "cook", "end"),
            Event(2.5, 7, "P", "wash", "end"),
            Event(2.6, 9, "R", "never ended", "begin"),
        ]
    )
    assert measured(tape) == [Slice("wash", 0, 30, "io"), Slice("cook", 10, 20, "io")]


def test_nothing_measured_is_nothing() -> None:
    """An empty tape has no slices, and at pace 0 a span that took no time is left out."""
    set_pace(0)
    assert measured(Tape()) == []
    instant = [Event(1.0, 7, "P", "x", "begin"), Event(1.0, 7, "P", "x", "end")]
    assert measured(Tape(instant)) == []
