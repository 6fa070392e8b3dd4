# diagnosis: too-few
def cook(raw, steamer, wrap):
    while True:
        dough = raw.get()
        steamer.put(wrap(dough))
        raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = JoinableQueue(), JoinableQueue()
    for dough in doughs:
        raw.put(dough)
    for _ in range(cooks):
        Process(target=cook, args=(raw, steamer, wrap), daemon=True).start()
    raw.join()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    steamer.join()
