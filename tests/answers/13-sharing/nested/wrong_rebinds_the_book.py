# diagnosis: not-put-back
def note(book, lock, name, line):
    with lock:
        book = dict(book)
        book.setdefault(name, []).append(line)
