# diagnosis: not-joined
def bring(number, letter, answers):
    answers[number] = boss(letter)


def ask(letters):
    answers = Array("i", len(letters))
    children = [Process(target=bring, args=(n, each, answers)) for n, each in enumerate(letters)]
    for child in children:
        child.start()
    found = list(answers)
    for child in children:
        child.join()
    return found
