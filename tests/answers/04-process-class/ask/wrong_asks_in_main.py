# diagnosis: main-works
def bring(answer, found):
    found.value = answer


def ask(letters):
    found = [Value("i", 0) for _ in letters]
    children = [
        Process(target=bring, args=(boss(letter), value)) for letter, value in zip(letters, found)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [value.value for value in found]
