# diagnosis: main-works
def nibble(steamer, bite):
    """Bite, put back, report."""
