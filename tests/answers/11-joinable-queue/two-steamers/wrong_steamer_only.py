# diagnosis: joined-too-early
def cook(raw, steamer, wrap):
    while True:
        dough = raw.get()
        steamer.put(wrap(dough))
        raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = JoinableQueue(), JoinableQueue()
    for _ in range(cooks):
        Process(target=cook, args=(raw, steamer, wrap), daemon=True).start()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    for dough in doughs:
        raw.put(dough)
    steamer.join()
