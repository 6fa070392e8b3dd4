# diagnosis: main-works
def payroll(departments):
    sums = Array("i", len(departments))
    clerks = [
        Process(target=add_up(number, salaries, sums))
        for number, salaries in enumerate(departments)
    ]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return sum(sums)
