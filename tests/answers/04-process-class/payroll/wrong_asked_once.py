# diagnosis: asked-once
def payroll(departments):
    sums = Array("i", len(departments))
    clerks = []
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.start()
        clerks.append(clerk)
    if any(clerk.is_alive() for clerk in clerks):
        clerks[-1].join()
    return sum(sums)
