# diagnosis: too-many
def cook(dough, steamer, wrap):
    steamer.put(wrap(dough))


def kitchen(doughs, cooks, guests, wrap, eat):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    everybody = [Process(target=cook, args=(dough, steamer, wrap)) for dough in doughs]
    for each in everybody:
        each.start()
    for each in everybody:
        each.join()
    steamer.join()
