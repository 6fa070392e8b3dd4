# diagnosis: killed
def reap(children):
    for child in children:
        child.terminate()
        child.join()
    return [child.exitcode for child in children]
