# diagnosis: open.thread
from threading import Thread


def gather(write, names):
    book = {}

    def write_down(name):
        book[name] = write(name)

    writers = [Thread(target=write_down, args=(name,)) for name in names]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    return book
