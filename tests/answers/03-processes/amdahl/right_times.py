def bound(serial, processes):
    parallel = 1 - serial
    time_before = serial + parallel
    time_after = serial + parallel / processes
    return time_before / time_after
