# diagnosis: no-comma
class Letter(Process):
    def __init__(self, text, sender):
        super().__init__(target=send, args=(text), name=sender)
