# diagnosis: unchanged
def double(people):
    buns = people
    return buns
