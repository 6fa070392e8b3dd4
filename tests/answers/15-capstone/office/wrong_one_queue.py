# diagnosis: deadlock
def office(tickets, requests, windows, seller, writer):
    line = Queue()
    stock, till, lock = Value("i", tickets), Value("i", 0), Lock()
    staff = [Process(target=seller, args=(line, line, stock, till, lock)) for _ in range(windows)]
    staff.append(Process(target=writer, args=(line, windows)))
    for each in staff:
        each.start()
    for request in requests:
        line.put(request)
    for _ in range(windows):
        line.put(None)
    for each in staff:
        each.join()
    return stock.value, till.value
