# diagnosis: left-running
def reap(children):
    return [0 if child.is_alive() else child.exitcode for child in children]
