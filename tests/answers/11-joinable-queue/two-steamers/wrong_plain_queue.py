# diagnosis: AttributeError
def cook(raw, steamer, wrap):
    while True:
        steamer.put(wrap(raw.get()))
        raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = JoinableQueue(), Queue()
    for _ in range(cooks):
        Process(target=cook, args=(raw, steamer, wrap), daemon=True).start()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    for d in doughs:
        raw.put(d)
    raw.join()
    steamer.join()
