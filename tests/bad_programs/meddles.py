# expect: unsupported 2
import gc
import sys

for module in list(sys.modules):
    if module.startswith('autograder'):
        del sys.modules[module]
for thing in gc.get_objects():
    if type(thing).__name__ == 'Report':
        thing.verdict = 'holds'
sys._getframe(1).f_globals.clear()
