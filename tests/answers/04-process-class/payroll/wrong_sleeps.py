# diagnosis: slept-instead
import time


def payroll(departments):
    sums = Array("i", len(departments))
    for number, salaries in enumerate(departments):
        clerk = Process(target=add_up, args=(number, salaries, sums))
        clerk.start()
    time.sleep(2)
    return sum(sums)
