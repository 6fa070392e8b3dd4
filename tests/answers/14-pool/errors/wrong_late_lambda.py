# diagnosis: late-lambda
def visit_all(pool, visit, hosts):
    found = {}
    calls = []
    for host in hosts:
        keep = lambda r: found.update({host: r})
        calls.append(pool.apply_async(visit, (host,), callback=keep, error_callback=keep))
    for call in calls:
        call.wait()
    return found
