# diagnosis: ready-waits
def next_state(state, event):
    if event == "wait" and state in ["ready", "running"]:
        return "blocked"
    arrows = {
        ("ready", "dispatch"): "running",
        ("running", "time-up"): "ready",
        ("running", "exit"): "ended",
        ("blocked", "wake"): "ready",
    }
    return arrows.get((state, event))
