class Letter(Process):
    def __init__(self, text, sender):
        Process.__init__(self, target=send, name=sender, args=(text,))
