# diagnosis: never-started
def cook(raw, steamer, wrap):
    while True:
        dough = raw.get()
        steamer.put(wrap(dough))
        raw.task_done()


def kitchen(doughs, cooks, guests, wrap, eat):
    """Two steamers in a row."""
