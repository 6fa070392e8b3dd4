# diagnosis: time-not-speed
def bound(serial, processes):
    return serial + (1 - serial) / processes
