# diagnosis: twice
def steam_all(pool, steam, kinds, tell):
    done = {}

    def take(kind, result):
        tell(kind, result)
        done[kind] = result

    calls = [pool.apply_async(steam, (kind,), callback=partial(take, kind)) for kind in kinds]
    for call in calls:
        call.wait()
    return [done[kind] for kind in kinds]
