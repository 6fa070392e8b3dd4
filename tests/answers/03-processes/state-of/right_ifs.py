import psutil


def state_of(pid):
    if not psutil.pid_exists(pid):
        return "gone"
    status = psutil.Process(pid).status()
    if status in ("running", "stopped", "zombie"):
        return status
    return "blocked"
