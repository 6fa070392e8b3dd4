# diagnosis: missing
def doubel(people):
    return people * 2
