def double(people):
    """Two buns for everybody: return how many buns that makes for so many people."""
    return people * 2
