# diagnosis: crew
from multiprocessing import Queue, Semaphore


def one(name, gate, out):
    with gate:
        out.put(Counter(read_page(name).split()))


def count_sold(pages, workers):
    gate, out = Semaphore(workers), Queue()
    crowd = [Process(target=one, args=(name, gate, out)) for name in pages]
    for each in crowd:
        each.start()
    total = Counter()
    for _ in pages:
        total += out.get()
    for each in crowd:
        each.join()
    return total
