# diagnosis: begun-outside
def note(book, lock, name, line):
    if name not in book:
        book[name] = []
    with lock:
        book[name] = book[name] + [line]
