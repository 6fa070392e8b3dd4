# expect: unsupported 2
import threading

threading.Thread(target=print).start()
