# diagnosis: not-waited
def reap(children):
    for child in children:
        child.join(1)
    return [child.exitcode for child in children]
