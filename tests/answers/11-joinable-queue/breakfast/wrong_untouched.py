# diagnosis: never-started
def guest(steamer, bite):
    """Eat."""


def breakfast(buns, guests, bite):
    """Breakfast."""
