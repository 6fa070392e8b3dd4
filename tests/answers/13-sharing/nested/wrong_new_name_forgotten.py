# diagnosis: KeyError
def note(book, lock, name, line):
    with lock:
        lines = book[name]
        lines.append(line)
        book[name] = lines
