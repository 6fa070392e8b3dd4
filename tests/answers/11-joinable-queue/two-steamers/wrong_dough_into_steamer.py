# diagnosis: all-wrapped
def cook(raw, steamer, wrap):
    while True:
        d = raw.get()
        steamer.put(wrap(d))
        raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = JoinableQueue(), JoinableQueue()
    for _ in range(cooks):
        Process(target=cook, args=(raw, steamer, wrap), daemon=True).start()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    for d in doughs:
        steamer.put(d)
    raw.join()
    steamer.join()
