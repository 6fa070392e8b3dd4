# diagnosis: off-limits
from course.multiprogramming import makespan, named, plan_one_by_one


def one_by_one(jobs):
    return makespan(plan_one_by_one(named(jobs)))
