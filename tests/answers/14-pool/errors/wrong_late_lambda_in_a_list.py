# diagnosis: late-lambda
def visit_all(pool, visit, hosts):
    found = {}
    calls = [
        pool.apply_async(
            visit,
            (host,),
            callback=lambda r: found.update({host: r}),
            error_callback=lambda e: found.update({host: e}),
        )
        for host in hosts
    ]
    for call in calls:
        call.wait()
    return found
