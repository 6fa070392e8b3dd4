# diagnosis: ConnectionError
def visit_all(pool, visit, hosts):
    return dict(zip(hosts, pool.map(visit, hosts)))
