# diagnosis: deadlock
def steam_all(pool, steam, kinds, tell):
    results = []
    for kind, result in zip(kinds, pool.imap(steam, kinds)):
        tell(kind, result)
        results.append(result)
    return results
