# diagnosis: by-cooks
def cook(raw, steamer, wrap):
    while True:
        dough = raw.get()
        steamer.put(wrap(dough))
        raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    for dough in doughs:
        steamer.put(wrap(dough))
    steamer.join()
