"""No `if __name__ == "__main__":` and spawn: the child runs the module anew and starts a child too early."""
# verdict: broken
# kind: exception
# error: RuntimeError
# start-method: spawn
# reality: no

from multiprocessing import Process


def work():
    print("work")


child = Process(target=work)
child.start()
child.join()
