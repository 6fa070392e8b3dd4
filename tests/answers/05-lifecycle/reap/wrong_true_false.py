# diagnosis: codes
def reap(children):
    for child in children:
        child.join()
    return [0 if child.exitcode == 0 else 1 for child in children]
