# diagnosis: open.killed
def guest(steamer, bite):
    while True:
        bun = steamer.get()
        bite(bun)
        steamer.task_done()


def watch(steamer):
    steamer.join()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    watcher = Process(target=watch, args=(steamer,))
    watcher.start()
    watcher.join(1)
    if watcher.is_alive():
        watcher.terminate()
        watcher.join()
    steamer.join()
