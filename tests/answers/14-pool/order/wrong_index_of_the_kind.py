# diagnosis: twice
def numbered(steam, kind):
    return kind, steam(kind)


def steam_all(pool, steam, kinds, tell):
    out = [None] * len(kinds)
    for kind, result in pool.imap_unordered(partial(numbered, steam), kinds):
        tell(kind, result)
        out[kinds.index(kind)] = result
    return out
