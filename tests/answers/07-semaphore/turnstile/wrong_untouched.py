# diagnosis: untouched
def friend(arrived, gate, enter):
    raise NotImplementedError


def host(count, arrived, gate):
    raise NotImplementedError
