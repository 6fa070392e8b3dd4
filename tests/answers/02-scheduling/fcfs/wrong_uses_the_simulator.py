# diagnosis: off-limits
from course import scheduling


def fcfs(jobs):
    return scheduling.fcfs(jobs).plain
