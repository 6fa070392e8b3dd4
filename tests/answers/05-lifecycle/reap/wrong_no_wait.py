# diagnosis: not-waited
def reap(children):
    return [child.exitcode for child in children]
