# diagnosis: open.killed
def guest(steamer, bite):
    while True:
        bite(steamer.get())
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    ps = [Process(target=guest, args=(steamer, bite)) for i in range(guests)]
    for p in ps:
        p.start()
    for b in buns:
        steamer.put(b)
    steamer.join()
    for p in ps:
        p.terminate()
