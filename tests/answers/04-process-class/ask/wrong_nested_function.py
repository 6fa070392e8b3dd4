# diagnosis: unpicklable
def ask(letters):
    answers = {}

    def bring(letter):
        answers[letter] = boss(letter)

    children = [Process(target=bring, args=(letter,)) for letter in letters]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [answers[letter] for letter in letters]
