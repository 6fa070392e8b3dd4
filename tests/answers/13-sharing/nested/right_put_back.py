def note(book, lock, name, line):
    with lock:
        lines = book.get(name, [])
        lines.append(line)
        book[name] = lines
