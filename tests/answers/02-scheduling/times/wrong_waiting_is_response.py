# diagnosis: waiting-before-first-run
def times(jobs, schedule):
    result = {}
    for name, arrival, burst in jobs:
        starts = [start for who, start, end in schedule if who == name]
        ends = [end for who, start, end in schedule if who == name]
        turnaround = max(ends) - arrival
        waiting = starts[0] - arrival
        response = starts[0] - arrival
        result[name] = (turnaround, waiting, response)
    return result
