# expect: holds within bounds 3
print(id(object()))
