# diagnosis: told
def steam_all(pool, steam, kinds, tell):
    return pool.map(steam, kinds)
