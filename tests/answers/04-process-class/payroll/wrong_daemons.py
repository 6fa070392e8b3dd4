# diagnosis: not-joined
def payroll(departments):
    sums = Array("i", len(departments))
    for number, salaries in enumerate(departments):
        Process(target=add_up, args=(number, salaries, sums), daemon=True).start()
    return sum(sums)
