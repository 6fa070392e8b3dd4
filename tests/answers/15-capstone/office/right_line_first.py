from multiprocessing import Lock, Process, Queue, Value


def office(tickets, requests, windows, seller, writer):
    line, log = Queue(), Queue()
    for each in [*requests, *[None] * windows]:
        line.put(each)
    shared = (Value("i", tickets), Value("i", 0), Lock())
    scribe = Process(target=writer, args=(log, windows))
    scribe.start()
    sellers = []
    for number in range(windows):
        sellers.append(Process(target=seller, args=(line, log, *shared), name=f"window {number}"))
        sellers[-1].start()
    for each in sellers:
        each.join()
    scribe.join()
    stock, till, _ = shared
    return stock.value, till.value
