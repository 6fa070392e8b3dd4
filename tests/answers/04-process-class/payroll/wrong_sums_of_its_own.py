# diagnosis: too-few
def own(number, salaries, sums):
    sums[number] = sum(salaries)


def payroll(departments):
    sums = Array("i", len(departments))
    clerks = [Process(target=own, args=(n, each, sums)) for n, each in enumerate(departments)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return sum(sums)
