# diagnosis: AssertionError
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        person = Process(target=guest, args=(steamer, bite))
        person.start()
        person.daemon = True
    for bun in buns:
        steamer.put(bun)
    steamer.join()
