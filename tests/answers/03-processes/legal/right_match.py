def next_state(state, event):
    match state, event:
        case "ready", "dispatch":
            return "running"
        case "running", "time-up":
            return "ready"
        case "running", "wait":
            return "blocked"
        case "running", "exit":
            return "ended"
        case "blocked", "wake":
            return "ready"
    return None
