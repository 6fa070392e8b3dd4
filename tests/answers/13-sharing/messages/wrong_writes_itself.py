# diagnosis: run-not-start
def gather(write, names):
    return {name: write(name) for name in names}
