# diagnosis: zombie-left
def reap(children):
    if not children:
        return []
    children[-1].join()
    return [children[-1].exitcode] * len(children)
