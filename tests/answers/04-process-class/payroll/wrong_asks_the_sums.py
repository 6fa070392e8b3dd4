# diagnosis: livelock
def payroll(departments):
    sums = Array("i", len(departments))
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.start()
    while 0 in sums[:]:
        nap(1)
    return sum(sums)
