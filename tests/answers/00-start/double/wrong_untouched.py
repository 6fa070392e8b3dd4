# diagnosis: untouched
def double(people):
    """Two buns for everybody: return how many buns that makes for so many people."""
    # YOUR CODE HERE
    raise NotImplementedError()
