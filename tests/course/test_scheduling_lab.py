"""The lab and the round compute the right thing, and their widgets show it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import messages
from autograder.messages import entries
from course.scheduling import as_jobs, srtf
from course.scheduling.contest import ChoiceError, Measure, Round, best_mean
from course.scheduling.lab import ALGORITHMS, WORKLOADS, Setting, compare, round_sentence
from course.scheduling.widgets import Lab, YouSchedule

SMALL = (("A", 0, 2), ("B", 0, 1), ("C", 5, 1))


@pytest.fixture(autouse=True, params=messages.LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every behaviour holds in both languages."""
    monkeypatch.setattr(messages, "_chosen", request.param)
    return str(request.param)


def play(picks: str, measure: Measure = Measure.TURNAROUND) -> Round:
    """The round after choosing each letter in turn."""
    played = Round.of(SMALL, measure)
    for name in picks:
        played = played.pick(name)
    return played


class TestRound:
    """A round is a value that knows who may be chosen, and its score."""

    def test_offers_those_who_have_arrived_and_are_not_done(self) -> None:
        """In the order of the workload."""
        assert play("").ready == ["A", "B"]
        assert play("B").ready == ["A"]

    def test_skips_the_time_in_which_nobody_is_ready(self) -> None:
        """The CPU idles without being told to."""
        played = play("AAB")
        assert (played.now, played.ready) == (5, ["C"])

    def test_refuses_who_cannot_run(self) -> None:
        """The message names who can."""
        with pytest.raises(ChoiceError, match="Ready: A, B"):
            play("C")

    def test_takes_a_choice_back(self) -> None:
        """Also when there is none to take back."""
        assert play("AB").undo() == play("A")
        assert play("").undo() == play("")

    def test_scores_the_best_choices_a_hundred(self) -> None:
        """The short one first."""
        played = play("BAAC")
        assert (played.over, played.mean, played.best, played.score) == (True, 5 / 3, 5 / 3, 100)

    def test_scores_worse_choices_less(self) -> None:
        """5/3 was possible, 2 was reached."""
        assert play("AABC").score == 83

    def test_response_counts_the_first_moment_only(self) -> None:
        """A started, then B, then the rest in any order."""
        assert play("ABAC", Measure.RESPONSE).score == 100

    def test_has_no_mean_before_its_end(self) -> None:
        """Half a round cannot be measured."""
        with pytest.raises(ValueError, match="not over"):
            _ = play("A").mean

    def test_shows_who_is_waiting_now(self) -> None:
        """The picture of a half-played round has a bar for the job not chosen yet."""
        assert ("B", "wait") in {(each.who, each.kind) for each in play("A").slices}

    @pytest.mark.parametrize("jobs", [[("A", 0, 1, 1, 1)], [("A", 0.5, 1)], [], [("A", 0, 99)]])
    def test_refuses_what_cannot_be_played(self, jobs: list[tuple[str | float, ...]]) -> None:
        """No I/O, whole units, and little enough work to try every order."""
        with pytest.raises(ValueError, match="round"):
            Round.of(jobs, Measure.TURNAROUND)

    @settings(max_examples=50, derandomize=True, deadline=None)
    @given(
        jobs=st.lists(st.tuples(st.integers(0, 4), st.integers(1, 3)), min_size=1, max_size=3),
        measure=st.sampled_from(Measure),
        data=st.data(),
    )
    def test_nobody_beats_the_best(
        self, jobs: list[tuple[int, int]], measure: Measure, data: st.DataObject
    ) -> None:
        """Whatever is chosen, the mean is at least the best."""
        played = Round.of([("ABC"[n], *job) for n, job in enumerate(jobs)], measure)
        while not played.over:
            played = played.pick(data.draw(st.sampled_from(played.ready)))
        assert played.mean >= played.best - 1e-9
        assert 0 <= played.score <= 100

    def test_the_best_is_reached_by_somebody(self) -> None:
        """Every sequence of choices of a small workload, one by one."""
        jobs = as_jobs([("A", 0, 2), ("B", 1, 1), ("C", 1, 2)])
        for measure in Measure:
            means = []
            for picks in set(product("ABC", repeat=5)):
                played = Round.of(jobs, measure)
                try:
                    for name in picks:
                        played = played.pick(name)
                except ChoiceError:
                    continue
                means.append(played.mean)
            assert min(means) == pytest.approx(best_mean(jobs, measure))


class TestSetting:
    """What is chosen in the lab, and what comes of it."""

    @pytest.mark.parametrize("algorithm", ALGORITHMS)
    @pytest.mark.parametrize("workload", WORKLOADS)
    def test_every_choice_has_a_picture_and_a_sentence(self, workload: str, algorithm: str) -> None:
        """Nothing offered fails."""
        setting = Setting(workload, algorithm, quantum=3, switch=1)
        assert setting.title in setting.sentence
        assert setting.picture.png

    def test_names_for_all_that_is_offered_exist_in_both_languages(self) -> None:
        """The catalogue and the lab agree."""
        assert set(entries("02-scheduling.workload")) == set(WORKLOADS)
        assert set(entries("02-scheduling.algorithm")) == set(ALGORITHMS)

    def test_counts_both_reasons_to_switch(self) -> None:
        """I/O given up, slices taken."""
        sentence = Setting("io", "rr", quantum=2).sentence
        assert " 2 " in sentence

    def test_compares_algorithms_for_one_workload(self) -> None:
        """A row for each."""
        assert [row[1:] for row in compare(SMALL, ["fcfs", "srtf"]).rows] == [
            (2, 0.67, 0.67),
            (1.67, 0.33, 0.33),
        ]


class TestLab:
    """The widget shows what the model says."""

    def test_follows_its_controls(self) -> None:
        """A change of algorithm changes the words."""
        lab = Lab()
        before = lab.said.value
        lab.algorithm.value = "srtf"
        assert lab.setting.sentence in lab.said.value != before
        assert "<img" in lab.shown.value

    def test_offers_the_slice_only_where_it_matters(self) -> None:
        """FCFS has none."""
        lab = Lab()
        lab.algorithm.value = "fcfs"
        assert lab.quantum.disabled
        lab.algorithm.value = "rr"
        assert not lab.quantum.disabled

    def test_takes_a_workload_of_ones_own(self) -> None:
        """It is offered first and chosen."""
        lab = Lab([("X", 0, 4), ("Y", 0, 4)])
        assert [job.name for job in lab.setting.jobs] == ["X", "Y"]

    def test_names_every_control(self) -> None:
        """A screen reader has something to say for each, and the result is announced."""
        lab = Lab()
        controls = (lab.workload, lab.algorithm, lab.quantum, lab.switch)
        assert all(each.description for each in controls)
        assert 'role="status"' in lab.said.value


class TestYouSchedule:
    """The widget plays the round that the model keeps."""

    def test_keeps_its_buttons_while_it_is_played(self) -> None:
        """Replaced buttons would lose the keyboard's focus."""
        game = YouSchedule(SMALL)
        buttons = dict(game.buttons)
        game.buttons["A"].click()
        assert game.buttons == buttons
        assert "1" in game.buttons["A"].description

    def test_offers_only_who_is_ready(self) -> None:
        """The others cannot be pressed."""
        game = YouSchedule(SMALL)
        assert [game.buttons[name].disabled for name in "ABC"] == [False, False, True]

    def test_takes_back(self) -> None:
        """And cannot when nothing was chosen."""
        game = YouSchedule(SMALL)
        assert game.back.disabled
        game.buttons["A"].click()
        game.back.click()
        assert game.round.picks == ()

    def test_tells_the_score_at_the_end(self) -> None:
        """In words, announced."""
        game = YouSchedule(SMALL)
        for name in "BAAC":
            game.buttons[name].click()
        assert "100" in game.said.value
        assert round_sentence(game.round) in game.said.value


def test_srtf_would_score_a_hundred() -> None:
    """The known optimum and the search agree on the workload that is played."""
    jobs = as_jobs(SMALL)
    assert srtf(jobs).mean.turnaround == pytest.approx(best_mean(jobs, Measure.TURNAROUND))
