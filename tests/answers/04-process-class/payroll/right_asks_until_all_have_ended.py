def payroll(departments):
    sums = Array("i", len(departments))
    clerks = [
        Process(target=add_up, args=(number, salaries, sums))
        for number, salaries in enumerate(departments)
    ]
    for clerk in clerks:
        clerk.start()
    while any(clerk.is_alive() for clerk in clerks):
        pass
    return sum(sums)
