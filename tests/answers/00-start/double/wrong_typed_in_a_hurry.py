# diagnosis: syntax
def double(people)
    return 2 * people
