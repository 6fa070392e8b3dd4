# diagnosis: never-done
def guest(steamer, bite):
    while True:
        if steamer.get():
            bite(steamer.get())
            steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for i in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for b in buns:
        steamer.put(b)
    steamer.join()
