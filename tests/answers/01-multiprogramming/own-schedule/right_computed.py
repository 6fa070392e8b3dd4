CHORES = {"A": (2, 5, 1), "B": (5, 2, 1), "C": (1, 8, 1)}


def my_schedule():
    """My timetable: try the hands' first bursts in every order, then serve whoever is back first."""
    slices = []
    now = 0
    back = []
    for who in "CAB":
        load, machine, unload = CHORES[who]
        slices.append([who, now, now + load, "cpu"])
        now += load
        slices.append([who, now, now + machine, "io"])
        back.append((now + machine, who, unload))
    for ready, who, unload in sorted(back):
        now = max(now, ready)
        slices.append([who, now, now + unload, "cpu"])
        now += unload
    return slices
