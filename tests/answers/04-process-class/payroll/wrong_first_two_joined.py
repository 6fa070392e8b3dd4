# diagnosis: not-all-joined
def payroll(departments):
    sums = Array("i", len(departments))
    clerks = [Process(target=add_up, args=(n, each, sums)) for n, each in enumerate(departments)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks[:2]:
        clerk.join()
    return sum(sums)
