# diagnosis: run-not-start
class Question(Process):
    def __init__(self, letter):
        super().__init__()
        self.letter = letter

    def run(self):
        return boss(self.letter)


def ask(letters):
    return [Question(letter).run() for letter in letters]
