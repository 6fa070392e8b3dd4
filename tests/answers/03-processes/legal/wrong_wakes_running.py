# diagnosis: wakes-running
ARROWS = {
    ("ready", "dispatch"): "running",
    ("running", "time-up"): "ready",
    ("running", "wait"): "blocked",
    ("running", "exit"): "ended",
    ("blocked", "wake"): "running",
}


def next_state(state, event):
    return ARROWS.get((state, event))
