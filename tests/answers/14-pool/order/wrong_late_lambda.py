# diagnosis: late-lambda
def steam_all(pool, steam, kinds, tell):
    calls = []
    for kind in kinds:
        calls.append(pool.apply_async(steam, (kind,), callback=lambda result: tell(kind, result)))
    return [call.get() for call in calls]
