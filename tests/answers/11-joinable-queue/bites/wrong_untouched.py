# diagnosis: untouched
def nibble(steamer, bite):
    """Bite, put back, report."""
