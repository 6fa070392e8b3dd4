# diagnosis: not-all-joined
def payroll(departments):
    sums = Array("i", len(departments))
    last = None
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.start()
        if last is not None:
            last.join()
        last = clerk
    return sum(sums)
