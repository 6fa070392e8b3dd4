# diagnosis: started-twice
def bring_home(children, q, count):
    for child in children:
        child.start()
    letters = [q.get() for _ in range(count)]
    for child in children:
        child.join()
    return letters
