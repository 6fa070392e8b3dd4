# diagnosis: no-lock
def note(book, lock, name, line):
    lines = book.get(name, [])
    lines.append(line)
    book[name] = lines
