"""What sys.exit makes of its argument: a number modulo 256, nothing is 0, text is 1."""
# verdict: holds
# start-method: both
# reality: yes

import os
import sys
from multiprocessing import Process


def leave(how):
    sys.exit(how)


if __name__ == "__main__":
    children = [Process(target=leave, args=(how,)) for how in (0, None, 7, 300, "too late")]
    children.append(Process(target=os._exit, args=(9,)))
    for child in children:
        child.start()
        child.join()
    codes = [child.exitcode for child in children]
    assert codes == [0, 0, 7, 44, 1, 9], codes
