# diagnosis: raises
ARROWS = {
    ("ready", "dispatch"): "running",
    ("running", "time-up"): "ready",
    ("running", "wait"): "blocked",
    ("running", "exit"): "ended",
    ("blocked", "wake"): "ready",
}


def next_state(state, event):
    return ARROWS[state, event]
