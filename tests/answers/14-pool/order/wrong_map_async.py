# diagnosis: deadlock
def steam_all(pool, steam, kinds, tell):
    def tell_all(results):
        for kind, result in zip(kinds, results):
            tell(kind, result)

    return pool.map_async(steam, kinds, callback=tell_all).get()
