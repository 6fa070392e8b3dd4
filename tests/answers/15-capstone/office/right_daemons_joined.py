from multiprocessing import Lock, Process, Queue, Value


def office(tickets, requests, windows, seller, writer):
    stock, till = Value("i", tickets), Value("i", 0)
    line, log, lock = Queue(), Queue(), Lock()

    def hire(target, *args):
        person = Process(target=target, args=args, daemon=True)
        person.start()
        return person

    people = [hire(seller, line, log, stock, till, lock) for _ in range(windows)]
    people.append(hire(writer, log, windows))
    for request in requests:
        line.put(request)
    for _ in range(windows):
        line.put(None)
    while people:
        people.pop().join()
    return stock.value, till.value
