def next_state(state, event):
    ways = {
        "ready": {"dispatch": "running"},
        "running": {"time-up": "ready", "wait": "blocked", "exit": "ended"},
        "blocked": {"wake": "ready"},
    }
    if state in ways and event in ways[state]:
        return ways[state][event]
