# diagnosis: a-list
def one(place, letter, answers):
    answers[place] = boss(letter)


def ask(letters):
    answers = Array("i", len(letters))
    children = [Process(target=one, args=(n, each, answers)) for n, each in enumerate(letters)]
    for each in children:
        each.start()
    for each in children:
        each.join()
    return answers
