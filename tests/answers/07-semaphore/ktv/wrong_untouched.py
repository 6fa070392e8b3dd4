# diagnosis: untouched
def guest(person, rooms, sing):
    raise NotImplementedError


def ktv(people, count, sing):
    raise NotImplementedError
