def bring(number, letter, answers):
    answers[number] = boss(letter)


def ask(letters):
    if not letters:
        return []
    answers = Array("i", len(letters))
    children = [Process(target=bring, args=(n, each, answers)) for n, each in enumerate(letters)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return list(answers)
