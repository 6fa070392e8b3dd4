# diagnosis: AttributeError
def office(tickets, requests, windows, seller, writer):
    stock, till, lock = tickets, 0, Lock()
    line, log = Queue(), Queue()
    staff = [Process(target=seller, args=(line, log, stock, till, lock)) for _ in range(windows)]
    staff.append(Process(target=writer, args=(log, windows)))
    for each in staff:
        each.start()
    for each in [*requests, *[None] * windows]:
        line.put(each)
    for each in staff:
        each.join()
    return stock, till
