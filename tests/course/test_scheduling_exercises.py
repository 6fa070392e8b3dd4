"""The exercises on scheduling can tell every mistake they name from every other."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from autograder.exercise import Exercise
from autograder.messages import LANGUAGES, entries
from autograder.plain import same
from course.exercises.scheduling import EXERCISES
from course.exercises.scheduling_judges import broken_law, judge_schedule
from course.exercises.scheduling_probes import Jobs, Plain, joined
from course.scheduling import fcfs, sjf

MODELLED = [exercise for exercise in EXERCISES if exercise.generate]
JOBS = [("A", 0, 2), ("B", 1, 2)]
EQUALS = [("A", 0, 2), ("B", 1, 3), ("C", 1, 3)]


def served(jobs: Jobs) -> Plain:
    """The right answer of the exercise on FCFS."""
    return fcfs(jobs).plain


def tried(exercise: Exercise) -> list[tuple[object, ...]]:
    """Inputs as a check tries them."""
    assert exercise.generate is not None
    rng = random.Random(1)
    return [*exercise.examples, *(exercise.generate(rng, 1 + n // 6) for n in range(60))]


@pytest.mark.parametrize("exercise", MODELLED, ids=lambda each: each.id)
def test_inputs_are_what_the_exercise_promises(exercise: Exercise) -> None:
    """Examples and generated inputs pass the exercise's own validity."""
    assert all(exercise.valid(*arguments) for arguments in tried(exercise))


@pytest.mark.parametrize("exercise", MODELLED, ids=lambda each: each.id)
def test_every_misconception_is_wrong_somewhere(exercise: Exercise) -> None:
    """A model that was right on all inputs would name nobody's mistake."""
    right = exercise.solution.reference
    assert right is not None
    for diagnosis, model in exercise.solution.misconceptions.items():
        assert not all(same(model(*each), right(*each)) for each in tried(exercise)), diagnosis


@pytest.mark.parametrize("exercise", MODELLED, ids=lambda each: each.id)
def test_no_two_misconceptions_are_the_same(exercise: Exercise) -> None:
    """The inputs tell any two of them apart."""
    for one, other in combinations(exercise.solution.misconceptions.items(), 2):
        assert not all(same(one[1](*each), other[1](*each)) for each in tried(exercise)), (
            one[0],
            other[0],
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_every_misconception_has_a_sentence(exercise: Exercise, language: str) -> None:
    """In both languages, beside a goal and three hints."""
    said = entries(exercise.key, language)
    assert set(exercise.solution.misconceptions) <= set(said["diagnoses"])
    assert said["goal"]
    assert len(said["hints"]) == 3


def test_one_piece_and_several_are_the_same_schedule() -> None:
    """Taste is not judged."""
    pieces = joined([("B", 2, 3), ("A", 0, 1), ("A", 1, 2), ("B", 3, 4)])
    assert judge_schedule("fcfs", (JOBS,), pieces, served(JOBS)) is None


@pytest.mark.parametrize(
    ("answer", "diagnosis"),
    [
        ([("C", 0, 2)], "unknown-job"),
        ([("B", 0, 2), ("A", 2, 4)], "too-early"),
        ([("A", 2, 1)], "backwards"),
        ([("A", 0, 2), ("B", 1, 3)], "two-at-once"),
        ([("A", 0, 2), ("B", 2, 3)], "wrong-length"),
        ([("A", 0, 2)], "wrong-length"),
        ([("A", 0, 2), ("B", 3, 5)], "idle"),
        ([("A", 1, 3), ("B", 3, 5)], "idle"),
    ],
)
def test_a_broken_law_is_named(answer: list[tuple[str, float, float]], diagnosis: str) -> None:
    """The first law that a schedule breaks."""
    found = broken_law(JOBS, answer)
    assert found is not None
    assert found[0] == diagnosis


def test_an_end_that_is_not_counted_from_the_start_is_told_with_its_numbers() -> None:
    """FCFS: the learner's `now` was counted from somewhere else."""
    found = judge_schedule("fcfs", ([("G", 1, 2)],), [("G", 1, 2)], [("G", 1, 3)])
    assert found is not None
    assert found.diagnosis == "end-off-start"
    assert found.fields == {"name": "G", "start": 1, "burst": 2, "right": 3, "end": 2}


def test_who_runs_twice_has_another_idea_of_turns() -> None:
    """FCFS: then the end of the first run is not what is wrong."""
    answer = [("A", 0, 1), ("B", 1, 2), ("A", 2, 3)]
    found = judge_schedule("fcfs", (JOBS,), answer, served(JOBS))
    assert found is not None
    assert found.diagnosis == "wrong-length"


@pytest.mark.parametrize(
    ("jobs", "answer", "diagnosis"),
    [
        (EQUALS, [("A", 0, 2), ("C", 2, 5), ("B", 5, 8)], "equals-swapped"),
        (
            [*EQUALS, ("D", 1, 1)],
            [("A", 0, 2), ("C", 2, 5), ("D", 5, 6), ("B", 6, 9)],
            "other-order",
        ),
        (EQUALS, [("A", 0, 2), ("C", 1, 4), ("B", 4, 7)], "two-at-once"),
    ],
)
def test_equally_short_jobs_in_the_wrong_order_are_told_apart(
    jobs: Jobs, answer: Plain, diagnosis: str
) -> None:
    """SJF: if only the rule for ties is broken, the sentence is about ties."""
    found = judge_schedule("sjf", (jobs,), answer, sjf(jobs).plain)
    assert found is not None
    assert found.diagnosis == diagnosis


def test_no_answer_is_no_schedule_that_is_wrong() -> None:
    """Who forgets to return is told so, by the name of their function."""
    found = judge_schedule("fcfs", (JOBS,), None, served(JOBS))
    assert found is not None
    assert (found.diagnosis, found.fields) == ("returned-none", {"name": "fcfs"})


@pytest.mark.parametrize("answer", ["A", 3, [("A", 0)], [("A", "0", 1)]])
def test_what_is_no_schedule_is_called_so(answer: object) -> None:
    """Whatever comes back, the judge does not fail."""
    found = judge_schedule("fcfs", (JOBS,), answer, served(JOBS))
    assert found is not None
    assert found.diagnosis == "not-a-schedule"
