# diagnosis: too-many
from time import sleep


# diagnosis: AttributeError
def office(tickets, requests, windows, seller, writer):
    stock, till, lock = Value("i", tickets), Value("i", 0), Lock()
    line, log = Queue(), Queue()
    staff = [Process(target=seller, args=(line, log, stock, till, lock)) for _ in range(windows)]
    staff.append(Process(target=writer, args=(log, windows)))
    for each in staff:
        each.start()
    for each in [*requests, *[None] * windows]:
        line.put(each)
    while any(each.is_alive() for each in staff):
        sleep(0.1)
    for each in staff:
        each.join()
    return stock.value, till.value
