# diagnosis: AttributeError
def one(steam, tell, k):
    r = steam(k)
    tell(k, r)
    return r
def steam_all(pool, steam, kinds, tell):
    return pool.map(partial(one, steam, tell), kinds)
