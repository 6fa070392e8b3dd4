# diagnosis: all-parallel
def bound(serial, processes):
    return 1 / (serial / processes + (1 - serial) / processes)
