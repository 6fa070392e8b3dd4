# diagnosis: squares
def double(people):
    return people ** 2
