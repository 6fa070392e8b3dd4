# diagnosis: not-put-back
def note(book, lock, name, line):
    with lock:
        lines = book.get(name, [])
        lines.append(line)
