# diagnosis: join-result
def reap(children):
    return [child.join() for child in children]
