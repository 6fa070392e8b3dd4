# diagnosis: limit-only
def bound(serial, processes):
    if serial == 0:
        return processes
    return 1 / serial
