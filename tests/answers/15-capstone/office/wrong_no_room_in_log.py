# diagnosis: deadlock
def office(tickets, requests, windows, seller, writer):
    stock, till, lock = Value("i", tickets), Value("i", 0), Lock()
    line, log = Queue(), Queue(maxsize=1)
    sellers = [Process(target=seller, args=(line, log, stock, till, lock)) for _ in range(windows)]
    for each in sellers:
        each.start()
    for each in [*requests, *[None] * windows]:
        line.put(each)
    for each in sellers:
        each.join()
    scribe = Process(target=writer, args=(log, windows))
    scribe.start()
    scribe.join()
    return stock.value, till.value
