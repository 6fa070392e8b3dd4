"""Who gets the CPU: the classic schedulers as plain functions, to be compared and played with.

A workload is a list of jobs ``(name, arrival, burst)``; a scheduler makes it a :class:`Schedule`::

    >>> from course import scheduling
    >>> schedule = scheduling.rr([("A", 0, 4), ("B", 1, 2)], 2)
    >>> schedule.plain
    [('A', 0, 2), ('B', 2, 4), ('A', 4, 6)]
    >>> schedule.times["B"]
    Times(waiting=1, turnaround=3, response=1)

:mod:`~course.scheduling.engine` is the CPU and its clock, :mod:`~course.scheduling.policies` the
rules by which it chooses, :mod:`~course.scheduling.lab` and :mod:`~course.scheduling.contest` are
for playing, and :mod:`~course.scheduling.observed` counts what happens to real processes.
"""

from course.scheduling.jobs import Job, as_jobs
from course.scheduling.policies import fcfs, mlfq, rr, sjf, srtf
from course.scheduling.schedule import Cause, Run, Schedule, Times

__all__ = [
    "Cause",
    "Job",
    "Run",
    "Schedule",
    "Times",
    "as_jobs",
    "fcfs",
    "mlfq",
    "rr",
    "sjf",
    "srtf",
]
