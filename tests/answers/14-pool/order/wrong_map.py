# diagnosis: deadlock
def steam_all(pool, steam, kinds, tell):
    results = pool.map(steam, kinds)
    for kind, result in zip(kinds, results):
        tell(kind, result)
    return results
