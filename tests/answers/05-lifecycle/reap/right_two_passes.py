def reap(children):
    for child in children:
        child.join()
    return [child.exitcode for child in children]
