# diagnosis: nothing-shared
class Question(Process):
    def __init__(self, letter):
        super().__init__()
        self.letter = letter
        self.answer = None

    def run(self):
        self.answer = boss(self.letter)


def ask(letters):
    questions = [Question(letter) for letter in letters]
    for question in questions:
        question.start()
    for question in questions:
        question.join()
    return [question.answer for question in questions]
