# diagnosis: all-parallel
def bound(serial, processes):
    return processes
