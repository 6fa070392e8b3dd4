# diagnosis: returned-none
def double(people):
    print(people * 2)
