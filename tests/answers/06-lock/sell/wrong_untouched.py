# diagnosis: untouched
def buy(person, lock):
    raise NotImplementedError()
