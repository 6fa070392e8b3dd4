# diagnosis: exit-code
import sys


def bring(letter):
    sys.exit(boss(letter))


def ask(letters):
    children = [Process(target=bring, args=(letter,)) for letter in letters]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [child.exitcode for child in children]
