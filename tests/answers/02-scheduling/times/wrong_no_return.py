# diagnosis: returned-none
def times(jobs, schedule):
    result = {}
    for name, arrival, burst in jobs:
        starts = [start for who, start, end in schedule if who == name]
        ends = [end for who, start, end in schedule if who == name]
        turnaround = max(ends) - arrival
        result[name] = (turnaround, turnaround - burst, min(starts) - arrival)
