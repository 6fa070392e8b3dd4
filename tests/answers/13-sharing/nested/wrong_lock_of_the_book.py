# diagnosis: AttributeError
def note(book, lock, name, line):
    with book.get_lock():
        book[name] = book.get(name, []) + [line]
