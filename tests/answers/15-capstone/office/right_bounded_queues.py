def office(tickets, requests, windows, seller, writer):
    stock, till = Value("i", tickets), Value("i", 0)
    line, log, lock = Queue(10), Queue(10), Lock()
    people = [Process(target=seller, args=(line, log, stock, till, lock)) for _ in range(windows)]
    people.append(Process(target=writer, args=(log, windows)))
    for each in people:
        each.start()
    for request in requests:
        line.put(request)
    for _ in range(windows):
        line.put(None)
    for each in people:
        each.join()
    return stock.value, till.value
