# diagnosis: never-started
def payroll(departments):
    sums = Array("i", len(departments))
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.join()
        clerk.start()
    return sum(sums)
