# diagnosis: order
def reap(children):
    for child in children:
        child.join()
    return sorted(child.exitcode for child in children)
