# diagnosis: always-four
def double(people):
    people = 2
    return people * 2
