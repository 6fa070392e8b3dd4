# diagnosis: same-process
def reign(work, rule):
    work()
    rule()
