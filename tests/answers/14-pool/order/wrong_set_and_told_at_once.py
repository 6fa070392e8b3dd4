# diagnosis: twice
def named(steam, kind):
    return kind, steam(kind)


def steam_all(pool, steam, kinds, tell):
    done = {}
    for kind, result in pool.imap_unordered(partial(named, steam), sorted(set(kinds))):
        tell(kind, result)
        done[kind] = result
    return [done[kind] for kind in kinds]
