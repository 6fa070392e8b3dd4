# expect: unsupported 2
import socket

socket.create_connection(('localhost', 80))
