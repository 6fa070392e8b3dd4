"""Without the guard fork does no harm: a forked child does not run the module."""
# verdict: holds
# start-method: fork
# reality: no

from multiprocessing import Process


def work():
    print("work")


child = Process(target=work)
child.start()
child.join()
assert child.exitcode == 0
