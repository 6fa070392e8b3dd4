# diagnosis: own-locks
def note(book, lock, name, line):
    own = Lock()
    with own:
        book[name] = book.get(name, []) + [line]
