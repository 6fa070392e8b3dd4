def bring_home(children, q, count):
    letters = []
    for number in range(count):
        letters.append(q.get())
        print(f"boss: {number}")
    for child in children:
        child.join()
        print(f"home: {child.exitcode}")
    return letters
