# diagnosis: nothing-from-arrival
def times(jobs, schedule):
    result = {}
    for name, arrival, burst in jobs:
        starts = [start for who, start, end in schedule if who == name]
        ends = [end for who, start, end in schedule if who == name]
        result[name] = (ends[-1], ends[-1] - burst, starts[0])
    return result
