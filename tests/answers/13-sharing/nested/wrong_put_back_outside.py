# diagnosis: change-outside
def note(book, lock, name, line):
    with lock:
        lines = book.get(name, [])
    book[name] = lines + [line]
