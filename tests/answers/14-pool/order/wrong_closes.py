# diagnosis: left-open
def steam_all(pool, steam, kinds, tell):
    calls = [pool.apply_async(steam, (k,), callback=partial(tell, k)) for k in kinds]
    pool.close()
    pool.join()
    return [c.get() for c in calls]
