def cook(raw, steamer, wrap):
    while True:
        try:
            steamer.put(wrap(raw.get()))
        finally:
            raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    raw = JoinableQueue()
    for dough in doughs:
        raw.put(dough)
    steamer = JoinableQueue()
    people = [Process(target=cook, args=(raw, steamer, wrap)) for _ in range(cooks)]
    people += [Process(target=eat, args=(steamer,)) for _ in range(guests)]
    for each in people:
        each.daemon = True
        each.start()
    for queue in (raw, steamer):
        queue.join()
