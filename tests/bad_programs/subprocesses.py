# expect: unsupported 2
import subprocess

subprocess.run(['ls'])
