# diagnosis: steamed-once
def with_kind(steam, kind):
    return kind, steam(kind)


def steam_all(pool, steam, kinds, tell):
    for kind, result in pool.imap_unordered(partial(with_kind, steam), kinds):
        tell(kind, result)
    return pool.map(steam, kinds)
