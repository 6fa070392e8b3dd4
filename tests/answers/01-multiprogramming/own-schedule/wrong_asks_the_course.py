# diagnosis: off-limits
def my_schedule():
    from course.multiprogramming import plan_together

    chores = {
        "C": [("cpu", 1), ("io", 8), ("cpu", 1)],
        "A": [("cpu", 2), ("io", 5), ("cpu", 1)],
        "B": [("cpu", 5), ("io", 2), ("cpu", 1)],
    }
    return [(each.who, each.start, each.end, each.kind) for each in plan_together(chores)]
