# diagnosis: untouched
from multiprocessing import Lock, Process, Queue, Value


def office(tickets, requests, windows, seller, writer):
    raise NotImplementedError
