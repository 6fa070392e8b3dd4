def cook(share, steamer, wrap):
    for dough in share:
        print('wrapped:', dough)
        steamer.put(wrap(dough))
    steamer.join()


def kitchen(doughs, cooks, guests, wrap, eat):
    steamer = JoinableQueue()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    everybody = [
        Process(target=cook, args=(doughs[number::cooks], steamer, wrap)) for number in range(cooks)
    ]
    for each in everybody:
        each.start()
    for each in everybody:
        each.join()
    print('over: True')
