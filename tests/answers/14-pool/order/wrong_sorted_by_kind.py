# diagnosis: twice
def with_kind(steam, kind):
    return kind, steam(kind)


def steam_all(pool, steam, kinds, tell):
    got = []
    for kind, result in pool.imap_unordered(partial(with_kind, steam), kinds):
        tell(kind, result)
        got.append((kind, result))
    got.sort(key=lambda pair: kinds.index(pair[0]))
    return [result for _, result in got]
