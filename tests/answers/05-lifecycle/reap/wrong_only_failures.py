# diagnosis: count
def reap(children):
    codes = []
    for child in children:
        child.join()
        if child.exitcode:
            codes.append(child.exitcode)
    return codes
