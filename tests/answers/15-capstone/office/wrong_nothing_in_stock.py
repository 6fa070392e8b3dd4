# diagnosis: refused
def office(tickets, requests, windows, seller, writer):
    line, log = Queue(), Queue()
    stock, till, lock = Value("i"), Value("i"), Lock()
    ws = [Process(target=seller, args=(line, log, stock, till, lock)) for _ in range(windows)]
    w = Process(target=writer, args=(log, windows))
    for each in [w, *ws]: each.start()
    for r in [*requests, *[None] * windows]: line.put(r)
    for each in [w, *ws]: each.join()
    return stock.value, till.value
