# diagnosis: no-state
def next_state(state, event):
    arrows = {
        "ready": {"dispatch": "running"},
        "running": {"time-up": "ready", "wait": "blocked", "exit": "ended"},
        "blocked": {"wake": "ready"},
        "ended": {},
    }
    return arrows[state].get(event, "impossible")
