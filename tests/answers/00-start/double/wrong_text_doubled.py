# diagnosis: wrong-type
def double(people):
    return str(people) * 2
