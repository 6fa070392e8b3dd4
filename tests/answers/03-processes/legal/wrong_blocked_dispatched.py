# diagnosis: blocked-dispatched
def next_state(state, event):
    if event == "dispatch" and state in ("ready", "blocked"):
        return "running"
    if state == "running":
        return {"time-up": "ready", "wait": "blocked", "exit": "ended"}.get(event)
    if state == "blocked" and event == "wake":
        return "ready"
    return None
