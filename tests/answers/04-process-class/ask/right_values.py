def bring(letter, answer):
    answer.value = boss(letter)


def ask(letters):
    answers, children = [], []
    for letter in letters:
        answer = Value("i", 0)
        child = Process(target=bring, args=(letter, answer))
        child.start()
        answers.append(answer)
        children.append(child)
    for child in children:
        child.join()
    return [answer.value for answer in answers]
