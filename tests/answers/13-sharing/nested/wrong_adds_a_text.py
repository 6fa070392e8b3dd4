# diagnosis: TypeError
def note(book, lock, name, line):
    with lock:
        book[name] = book.get(name, []) + line
