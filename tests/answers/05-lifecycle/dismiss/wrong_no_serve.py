# diagnosis: no-serve
def dismiss(steward, stop):
    stop.set()
    steward.join()
