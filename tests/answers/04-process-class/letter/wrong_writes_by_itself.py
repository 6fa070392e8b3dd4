# diagnosis: not-by-send
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(name=sender)
        self.text = text

    def run(self):
        with open("mailbox.txt", "a", encoding="utf-8") as mailbox:
            mailbox.write(self.text + "\n")
