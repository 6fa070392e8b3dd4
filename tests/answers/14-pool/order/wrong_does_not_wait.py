# diagnosis: told
def steam_all(pool, steam, kinds, tell):
    results = [None] * len(kinds)

    def take(number, result):
        tell(kinds[number], result)
        results[number] = result

    for number, kind in enumerate(kinds):
        pool.apply_async(steam, (kind,), callback=partial(take, number))
    return results
