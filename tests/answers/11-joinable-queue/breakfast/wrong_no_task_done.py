# diagnosis: never-done
def guest(steamer, bite):
    while True:
        bite(steamer.get())


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
