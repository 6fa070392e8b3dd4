# diagnosis: RuntimeError
from multiprocessing import Pool
def office(tickets, requests, windows, seller, writer):
    line, log = Queue(), Queue()
    stock, till, lock = Value("i", tickets), Value("i", 0), Lock()
    w = Process(target=writer, args=(log, windows))
    w.start()
    for r in [*requests, *[None] * windows]: line.put(r)
    with Pool(windows) as pool:
        pool.starmap(seller, [(line, log, stock, till, lock)] * windows)
    w.join()
    return stock.value, till.value
