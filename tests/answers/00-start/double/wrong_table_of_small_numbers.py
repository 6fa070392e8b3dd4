# diagnosis: differs
def double(people):
    if people <= 3:
        return people * 2
    return people
