# expect: unsupported 2
import os

if os.fork() == 0:
    print('child')
