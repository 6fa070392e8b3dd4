# expect: unsupported 2
import ctypes

ctypes.CDLL(None).getpid()
