# diagnosis: unpicklable
def steam_all(pool, steam, kinds, tell):
    def work(kind):
        result = steam(kind)
        tell(kind, result)
        return result

    return pool.map(work, kinds)
