# diagnosis: livelock
def payroll(departments):
    sums = Array("i", len(departments))
    clerks = [Process(target=add_up, args=(n, each, sums)) for n, each in enumerate(departments)]
    for clerk in clerks:
        clerk.start()
    while not all(sums):
        nap(1)
    return sum(sums)
