# diagnosis: part-of-n
def bound(serial, processes):
    return serial * 1 + (1 - serial) * processes
