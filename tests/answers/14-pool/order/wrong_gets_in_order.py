# diagnosis: deadlock
def steam_all(pool, steam, kinds, tell):
    calls = [pool.apply_async(steam, (kind,)) for kind in kinds]
    results = []
    for kind, call in zip(kinds, calls):
        results.append(call.get())
        tell(kind, results[-1])
    return results
