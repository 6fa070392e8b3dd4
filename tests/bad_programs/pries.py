# expect: unsupported 2
import gc
import inspect

for thing in gc.get_objects():
    if type(thing).__name__ == 'Machine':
        thing.pending.clear()
frame = inspect.currentframe()
while frame is not None:
    frame.f_locals.clear()
    frame = frame.f_back
