# diagnosis: shares-swapped
def bound(serial, processes):
    return 1 / ((1 - serial) + serial / processes)
