# diagnosis: not-joined
def payroll(departments):
    sums = Array("i", len(departments))
    clerks = []
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.start()
        clerks.append(clerk)
    total = sum(sums)
    for clerk in clerks:
        clerk.join()
    return total
