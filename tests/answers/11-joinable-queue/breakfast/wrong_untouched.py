# diagnosis: all-eaten
def guest(steamer, bite):
    """Eat."""


def breakfast(buns, guests, bite):
    """Breakfast."""
