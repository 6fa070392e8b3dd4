# diagnosis: letters
def note(book, lock, name, line):
    with lock:
        if name not in book:
            book[name] = []
        book[name] += line
