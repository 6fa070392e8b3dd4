# diagnosis: not-all-joined
def payroll(departments):
    sums = Array("i", len(departments))
    ps = [Process(target=add_up, args=(n, s, sums)) for n, s in enumerate(departments)]
    for p in ps:
        p.start()
    for p in ps[:2]:
        p.join()
    return sum(sums)
