# diagnosis: no-list
def reap(children):
    for child in children:
        child.join()
