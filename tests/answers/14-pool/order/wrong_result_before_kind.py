# diagnosis: swapped
def numbered(steam, pair):
    number, kind = pair
    return number, kind, steam(kind)


def steam_all(pool, steam, kinds, tell):
    results = [None] * len(kinds)
    for number, kind, result in pool.imap_unordered(partial(numbered, steam), enumerate(kinds)):
        tell(result, kind)
        results[number] = result
    return results
