# diagnosis: leads-elsewhere
ARROWS = {
    ("ready", "dispatch"): "running",
    ("running", "time-up"): "ended",
    ("running", "wait"): "blocked",
    ("running", "exit"): "ended",
    ("blocked", "wake"): "ready",
}


def next_state(state, event):
    return ARROWS.get((state, event))
