import heapq


def sjf(jobs):
    coming = sorted(
        (arrival, place, burst, name) for place, (name, arrival, burst) in enumerate(jobs)
    )
    heap, now, schedule, counter = [], 0, [], 0
    while coming or heap:
        while coming and coming[0][0] <= now:
            arrival, place, burst, name = coming.pop(0)
            heapq.heappush(heap, (burst, counter, name))
            counter += 1
        if heap:
            burst, _, name = heapq.heappop(heap)
            schedule.append((name, now, now + burst))
            now += burst
        else:
            now = coming[0][0]
    return schedule
