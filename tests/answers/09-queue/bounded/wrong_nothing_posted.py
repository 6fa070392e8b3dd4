# diagnosis: room
def post(letters, q):
    return letters
