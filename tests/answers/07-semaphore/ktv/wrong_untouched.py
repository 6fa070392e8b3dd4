# diagnosis: untouched
def guest(person, rooms, sing):
    raise NotImplementedError


def evening(people, count, sing):
    raise NotImplementedError
