# diagnosis: never-started
from multiprocessing import Lock, Process, Queue, Value


def office(tickets, requests, windows, seller, writer):
    stock, till, lock = Value("i", tickets), Value("i", 0), Lock()
    line, log = Queue(), Queue()
    staff = [Process(target=seller(line, log, stock, till, lock)) for _ in range(windows)]
    staff.append(Process(target=writer, args=(log, windows)))
    for each in staff:
        each.start()
    for request in [*requests, *[None] * windows]:
        line.put(request)
    for each in staff:
        each.join()
    return stock.value, till.value
