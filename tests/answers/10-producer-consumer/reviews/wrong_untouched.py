# diagnosis: untouched
def critic(steamer, box, taste):
    raise NotImplementedError()


def reviews(buns, guests, taste):
    raise NotImplementedError()
