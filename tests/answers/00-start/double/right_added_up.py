def double(people):
    buns = people + people
    return buns
