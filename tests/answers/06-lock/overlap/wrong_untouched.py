# diagnosis: untouched
def purchase(person, lock, pay):
    raise NotImplementedError()
