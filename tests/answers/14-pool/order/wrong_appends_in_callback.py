# diagnosis: in-order
def steam_all(pool, steam, kinds, tell):
    results = []

    def take(kind, result):
        tell(kind, result)
        results.append(result)

    calls = [pool.apply_async(steam, (kind,), callback=partial(take, kind)) for kind in kinds]
    for call in calls:
        call.wait()
    return results
