# diagnosis: untouched
def visit_all(pool, visit, hosts):
    raise NotImplementedError()
