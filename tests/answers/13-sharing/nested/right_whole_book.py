def note(book, lock, name, line):
    with lock:
        page = dict(book.items())
        page.setdefault(name, []).append(line)
        book.update(page)
