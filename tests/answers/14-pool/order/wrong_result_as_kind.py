# diagnosis: KeyError
def steam_all(pool, steam, kinds, tell):
    out = {}
    for result in pool.imap_unordered(steam, kinds):
        tell(result, result)
        out[result] = result
    return [out[kind] for kind in kinds]
