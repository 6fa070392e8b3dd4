from multiprocessing import Queue


def clerk(pages, out):
    out.put(Counter(word for page in pages for word in read_page(page).split()))


def count_sold(pages, workers):
    out = Queue()
    clerks = [Process(target=clerk, args=(pages[n::workers], out)) for n in range(workers)]
    for each in clerks:
        each.start()
    total = Counter()
    for _ in clerks:
        total += out.get()
    for each in clerks:
        each.join()
    return total
