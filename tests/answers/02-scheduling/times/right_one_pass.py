def times(jobs, schedule):
    first, last = {}, {}
    for name, start, end in schedule:
        if name not in first:
            first[name] = start
        last[name] = end
    return {
        name: [last[name] - arrival, last[name] - arrival - burst, first[name] - arrival]
        for name, arrival, burst in jobs
    }
