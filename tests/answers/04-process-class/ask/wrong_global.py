# diagnosis: nothing-shared
answers = {}


def bring(letter):
    global answers
    answers[letter] = boss(letter)


def ask(letters):
    children = [Process(target=bring, args=(letter,)) for letter in letters]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [answers.get(letter) for letter in letters]
