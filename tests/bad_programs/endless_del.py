# expect: inconclusive 3 | holds 0
class Stubborn:
    def __del__(self):
        while True:
            pass


Stubborn()
