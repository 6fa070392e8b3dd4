def reap(children):
    codes = []
    for child in children:
        child.join()
        codes.append(child.exitcode)
    return codes
