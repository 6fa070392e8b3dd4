# diagnosis: untouched
def steam_all(pool, steam, kinds, tell):
    raise NotImplementedError()
