# diagnosis: untouched
def breakfast(batches, guests, make, eat):
    raise NotImplementedError()
