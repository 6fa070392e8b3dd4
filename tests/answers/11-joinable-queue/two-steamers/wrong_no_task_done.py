# diagnosis: never-done
def cook(raw, steamer, wrap):
    while True:
        steamer.put(wrap(raw.get()))


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = JoinableQueue(), JoinableQueue()
    for _ in range(cooks):
        Process(target=cook, args=(raw, steamer, wrap), daemon=True).start()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    for dough in doughs:
        raw.put(dough)
    raw.join()
    steamer.join()
