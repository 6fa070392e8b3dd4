def note(book, lock, name, line):
    lock.acquire()
    try:
        if name not in book:
            book[name] = []
        book[name] += [line]
    finally:
        lock.release()
