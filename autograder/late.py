"""What lateness costs: a share of the points for each day begun, after some minutes of grace."""

from __future__ import annotations

import math

from nbgrader.plugins import LateSubmissionPlugin
from traitlets import Float

SECONDS_A_DAY = 24 * 60 * 60


def penalty(score: float, seconds_late: float, per_day: float, grace_minutes: float) -> float:
    """Points taken off `score` for being `seconds_late` seconds late.

    Args:
        score: Points earned.
        seconds_late: Seconds after the due date; 0 or less is in time.
        per_day: Share of the score that each day begun costs, from 0 to 1.
        grace_minutes: Minutes that cost nothing.

    >>> penalty(10, seconds_late=3600, per_day=0.1, grace_minutes=15)
    1.0
    >>> penalty(10, seconds_late=600, per_day=0.1, grace_minutes=15)
    0.0
    >>> penalty(10, seconds_late=30 * SECONDS_A_DAY, per_day=0.1, grace_minutes=0)
    10.0
    """
    if seconds_late <= grace_minutes * 60:
        return 0.0
    days = math.ceil(seconds_late / SECONDS_A_DAY)
    return float(min(score, score * per_day * days))


class LatePenalty(LateSubmissionPlugin):
    """nbgrader's late penalty, by :func:`penalty`; costs nothing until `per_day` is set."""

    per_day = Float(0.0, min=0.0, max=1.0, help="Share of the score for each day begun.").tag(
        config=True
    )
    grace_minutes = Float(15.0, min=0.0, help="Minutes late that cost nothing.").tag(config=True)

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float | None:
        """Points taken off the score of one late notebook."""
        self.log.info("%s is %.0f s late", student_id, total_seconds_late)
        return penalty(score, total_seconds_late, self.per_day, self.grace_minutes)
