# diagnosis: time-up-blocks
ARROWS = {
    "ready": {"dispatch": "running"},
    "running": {"time-up": "blocked", "wait": "blocked", "exit": "ended"},
    "blocked": {"wake": "ready"},
    "ended": {},
}


def next_state(state, event):
    return ARROWS[state].get(event)
