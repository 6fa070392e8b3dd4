def bound(serial, processes):
    return 1 / (serial + (1 - serial) / processes)
