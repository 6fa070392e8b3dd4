def my_schedule():
    """我的时间表：每一段一项 (谁, 开始, 结束, 种类)。"""
    schedule = []
    schedule.append(("C", 0, 1, "cpu"))
    schedule.append(("C", 1, 9, "io"))
    schedule.append(("A", 1, 3, "cpu"))
    schedule.append(("B", 3, 8, "cpu"))
    schedule.append(("A", 3, 8, "io"))
    schedule.append(("A", 8, 9, "cpu"))
    schedule.append(("B", 8, 10, "io"))
    schedule.append(("C", 9, 10, "cpu"))
    schedule.append(("B", 10, 11, "cpu"))
    return schedule
