# diagnosis: not-waited
def reap(children):
    codes = []
    for child in children:
        child.join(timeout=0.05)
        codes.append(child.exitcode)
    return codes
