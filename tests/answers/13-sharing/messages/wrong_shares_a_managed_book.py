# diagnosis: NothingShared
def put(write, name, book):
    book[name] = write(name)


def gather(write, names):
    with Manager() as manager:
        book = manager.dict()
        writers = [Process(target=put, args=(write, name, book)) for name in names]
        for each in writers:
            each.start()
        for each in writers:
            each.join()
        return dict(book)
