def steam_all(pool, steam, kinds, tell):
    waiting = [
        pool.apply_async(steam, (kind,), callback=partial(tell, kind)) for kind in kinds
    ]
    return [result.get() for result in waiting]
