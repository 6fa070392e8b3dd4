# diagnosis: nothing-shared
def ask(letters):
    children = [Process(target=boss, args=(letter,)) for letter in letters]
    for child in children:
        child.start()
    return [child.join() for child in children]
