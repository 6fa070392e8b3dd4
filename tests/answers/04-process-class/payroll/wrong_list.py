# diagnosis: nothing-shared
def payroll(departments):
    sums = [0] * len(departments)
    clerks = []
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.start()
        clerks.append(clerk)
    for clerk in clerks:
        clerk.join()
    return sum(sums)
