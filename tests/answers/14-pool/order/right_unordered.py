def numbered(steam, pair):
    number, kind = pair
    return number, steam(kind)


def steam_all(pool, steam, kinds, tell):
    results = [None] * len(kinds)
    for number, result in pool.imap_unordered(partial(numbered, steam), enumerate(kinds)):
        tell(kinds[number], result)
        results[number] = result
    return results
