# diagnosis: total
def payroll(departments):
    sums = Array("b", len(departments))
    clerks = [Process(target=add_up, args=(n, each, sums)) for n, each in enumerate(departments)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return sum(sums)
