# diagnosis: waiting-is-turnaround
def times(jobs, schedule):
    result = {}
    for name, arrival, burst in jobs:
        starts = [start for who, start, end in schedule if who == name]
        ends = [end for who, start, end in schedule if who == name]
        turnaround = max(ends) - arrival
        waiting = turnaround
        response = min(starts) - arrival
        result[name] = (turnaround, waiting, response)
    return result
