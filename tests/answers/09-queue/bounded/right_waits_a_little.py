from queue import Full


def post(letters, q):
    def goes_in(letter):
        try:
            q.put(letter, timeout=0.1)
        except Full:
            return False
        return True

    return [letter for letter in letters if not goes_in(letter)]
