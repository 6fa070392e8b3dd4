def guest(steamer, bite):
    while True:
        bun = steamer.get()
        print(f'bitten: {bun!r}')
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=guest, args=(steamer, bite), daemon=True).start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
    print('over: False')
