# diagnosis: look-outside
def note(book, lock, name, line):
    lines = book.get(name, [])
    lines.append(line)
    with lock:
        book[name] = lines
