# diagnosis: off-limits
from course import multiprogramming as course_model


def together(jobs):
    return course_model.makespan(course_model.plan_together(course_model.named(jobs)))
