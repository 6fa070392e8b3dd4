# diagnosis: in-front
def note(book, lock, name, line):
    with lock:
        book[name] = [line] + book.get(name, [])
