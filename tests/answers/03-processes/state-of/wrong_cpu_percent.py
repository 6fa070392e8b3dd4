# diagnosis: busy-blocked
import psutil


def state_of(pid):
    try:
        process = psutil.Process(pid)
    except psutil.NoSuchProcess:
        return "gone"
    status = process.status()
    if status in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE):
        return status
    return "running" if process.cpu_percent() > 0 else "blocked"
