# diagnosis: ends-with-first-run
def times(jobs, schedule):
    result = {}
    for name, arrival, burst in jobs:
        for who, start, end in schedule:
            if who == name:
                turnaround = end - arrival
                result[name] = (turnaround, turnaround - burst, start - arrival)
                break
    return result
