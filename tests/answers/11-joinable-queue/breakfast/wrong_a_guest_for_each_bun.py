# diagnosis: too-many
def guest(steamer, bite):
    while True:
        bite(steamer.get())
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for bun in buns:
        steamer.put(bun)
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    steamer.join()
