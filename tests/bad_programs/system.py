# expect: unsupported 2
import os

os.system('ls')
