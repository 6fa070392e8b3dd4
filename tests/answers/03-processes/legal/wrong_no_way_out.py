# diagnosis: no-way-out
ARROWS = {
    ("ready", "dispatch"): "running",
    ("running", "time-up"): "ready",
    ("running", "wait"): "blocked",
    ("blocked", "wake"): "ready",
}


def next_state(state, event):
    return ARROWS.get((state, event))
