# diagnosis: closed
def reap(children):
    codes = []
    for child in children:
        child.join()
        child.close()
        codes.append(child.exitcode)
    return codes
