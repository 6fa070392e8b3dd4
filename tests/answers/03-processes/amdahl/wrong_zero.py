# diagnosis: raises
def bound(serial, processes):
    return 1 / serial
