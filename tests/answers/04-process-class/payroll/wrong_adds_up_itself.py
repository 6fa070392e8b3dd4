# diagnosis: never-started
def payroll(departments):
    return sum(map(sum, departments))
