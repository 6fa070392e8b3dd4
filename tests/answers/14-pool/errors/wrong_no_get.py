# diagnosis: answers
def visit_all(pool, visit, hosts):
    return {host: pool.apply_async(visit, (host,)) for host in hosts}
