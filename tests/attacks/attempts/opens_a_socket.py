"""Connects to a port of this machine, and to a name server outside. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
import socket


def double(people):
    tcp, udp = (socket.SOCK_STREAM, ("127.0.0.1", @PORT@)), (socket.SOCK_DGRAM, ("192.0.2.1", 53))
    for kind, address in (tcp, udp):
        try:
            with socket.socket(socket.AF_INET, kind) as out:
                out.settimeout(1)
                out.connect(address)
                out.send(b"@MARK@")
        except OSError:
            pass
    return 2 * people
"""
}
