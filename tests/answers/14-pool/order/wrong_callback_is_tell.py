# diagnosis: callback-failed
def steam_all(pool, steam, kinds, tell):
    calls = [pool.apply_async(steam, (kind,), callback=tell) for kind in kinds]
    return [call.get() for call in calls]
