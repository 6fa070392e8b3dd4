# diagnosis: livelock
def payroll(departments):
    sums = Array("i", len(departments))
    ps = [Process(target=add_up, args=(n, s, sums)) for n, s in enumerate(departments)]
    for p in ps:
        p.start()
    while 0 in list(sums):
        nap(1)
    return sum(sums)
