# diagnosis: sign-for-another
def cook(raw, steamer, wrap):
    for d in iter(raw.get, None):
        steamer.put(wrap(d))


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = Queue(), JoinableQueue()
    cs = [Process(target=cook, args=(raw, steamer, wrap)) for _ in range(cooks)]
    gs = [Process(target=eat, args=(steamer,), daemon=True) for _ in range(guests)]
    for p in cs + gs:
        p.start()
    for d in doughs:
        raw.put(d)
    for p in cs[1:] or cs:
        raw.put(None)
    for p in cs:
        p.join()
    steamer.join()
