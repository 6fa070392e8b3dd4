# diagnosis: in-order
def with_kind(steam, kind):
    return kind, steam(kind)


def steam_all(pool, steam, kinds, tell):
    results = []
    for kind, result in pool.imap_unordered(partial(with_kind, steam), kinds):
        tell(kind, result)
        results.append(result)
    return results
