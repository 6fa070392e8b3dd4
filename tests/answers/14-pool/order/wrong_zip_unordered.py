# diagnosis: told-other
def steam_all(pool, steam, kinds, tell):
    results = []
    for kind, result in zip(kinds, pool.imap_unordered(steam, kinds)):
        tell(kind, result)
        results.append(result)
    return results
