# diagnosis: stopped-blocked
import psutil


def state_of(pid):
    if not psutil.pid_exists(pid):
        return "gone"
    status = psutil.Process(pid).status()
    if status == "running":
        return "running"
    if status == "zombie":
        return "zombie"
    return "blocked"
