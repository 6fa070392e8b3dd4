# diagnosis: NothingShared
def send(write, name, book):
    book[name] = write(name)


def gather(write, names):
    from multiprocessing import Manager

    with Manager() as manager:
        book = manager.dict()
        writers = [Process(target=send, args=(write, name, book)) for name in names]
        for each in writers:
            each.start()
        for each in writers:
            each.join()
        return book.copy()
