def payroll(departments):
    sums = Array("i", len(departments))
    clerks = [
        Process(target=add_up, args=(number, salaries), kwargs={"sums": sums})
        for number, salaries in enumerate(departments)
    ]
    for clerk in clerks:
        clerk.start()
    while clerks:
        clerks.pop().join()
    return sum(sums[:])
