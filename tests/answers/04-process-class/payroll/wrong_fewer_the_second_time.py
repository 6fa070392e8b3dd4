# diagnosis: IndexError
def payroll(departments):
    sums = Array("i", len(departments))
    ps = [Process(target=add_up, args=(n, s, sums)) for n, s in enumerate(departments)]
    for p in ps:
        p.start()
    while active_children():
        active_children()[0].join()
    return sum(sums)
