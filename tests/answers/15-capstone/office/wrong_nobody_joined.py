# diagnosis: FileNotFoundError
from multiprocessing import Lock, Process, Queue, Value


def office(tickets, requests, windows, seller, writer):
    stock, till, lock = Value("i", tickets), Value("i", 0), Lock()
    line, log = Queue(), Queue()
    sellers = [Process(target=seller, args=(line, log, stock, till, lock)) for _ in range(windows)]
    scribe = Process(target=writer, args=(log, windows))
    for each in [scribe, *sellers]:
        each.start()
    for request in requests:
        line.put(request)
    for _ in sellers:
        line.put(None)
    return stock.value, till.value
