# diagnosis: event-alone
def next_state(state, event):
    return {
        "dispatch": "running",
        "time-up": "ready",
        "wait": "blocked",
        "wake": "ready",
        "exit": "ended",
    }[event]
