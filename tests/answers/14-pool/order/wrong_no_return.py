# diagnosis: returned
def steam_all(pool, steam, kinds, tell):
    calls = [pool.apply_async(steam, (kind,), callback=partial(tell, kind)) for kind in kinds]
    for call in calls:
        call.get()
