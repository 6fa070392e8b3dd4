# diagnosis: adds-two
def double(people):
    return people + 2
