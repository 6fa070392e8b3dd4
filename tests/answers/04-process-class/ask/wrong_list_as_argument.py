# diagnosis: nothing-shared
def bring(letter, answers):
    answers.append(boss(letter))


def ask(letters):
    answers = []
    children = [Process(target=bring, args=(letter, answers)) for letter in letters]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return answers
