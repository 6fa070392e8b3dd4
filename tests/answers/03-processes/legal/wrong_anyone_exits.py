# diagnosis: exits-early
def next_state(state, event):
    if event == "exit":
        return "ended"
    if state == "ready" and event == "dispatch":
        return "running"
    if state == "running" and event == "time-up":
        return "ready"
    if state == "running" and event == "wait":
        return "blocked"
    if state == "blocked" and event == "wake":
        return "ready"
