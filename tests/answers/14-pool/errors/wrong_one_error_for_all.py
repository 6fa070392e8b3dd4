# diagnosis: answers
def visit_all(pool, visit, hosts):
    try:
        return dict(zip(hosts, pool.map(visit, hosts)))
    except Exception as error:
        return {host: error for host in hosts}
