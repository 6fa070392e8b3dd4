# expect: unsupported 2
import signal

signal.alarm(1)
