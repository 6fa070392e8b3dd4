# expect: holds 0
