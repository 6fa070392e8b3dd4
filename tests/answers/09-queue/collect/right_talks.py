def collect(people, write):
    q = Queue()
    children = [Process(target=write, args=(person, q)) for person in people]
    for child in children:
        child.start()
        print("boss: started")
    letters = []
    for _ in people:
        letters.append(q.get())
        print(f"boss: {letters}")
    return letters
