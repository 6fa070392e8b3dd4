# diagnosis: exits-early
ARROWS = {
    ("ready", "dispatch"): "running",
    ("ready", "exit"): "ended",
    ("running", "time-up"): "ready",
    ("running", "wait"): "blocked",
    ("running", "exit"): "ended",
    ("blocked", "wake"): "ready",
}


def next_state(state, event):
    return ARROWS.get((state, event))
