# diagnosis: sign-lost
def reap(children):
    for child in children:
        child.join()
    return [abs(child.exitcode) for child in children]
