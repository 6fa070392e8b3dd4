# diagnosis: a-list
def note(book, lock, name, line):
    with lock:
        book[name] = book.get(name, []).append(line)
