# diagnosis: no-arrow
def next_state(state, event):
    match (state, event):
        case ("ready", "dispatch"):
            return "running"
        case ("running", "time-up") | (_, "wake"):
            return "ready"
        case ("running", "wait"):
            return "blocked"
        case ("running", "exit"):
            return "ended"
