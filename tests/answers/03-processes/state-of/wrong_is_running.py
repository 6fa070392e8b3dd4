# diagnosis: alive-is-running
import psutil


def state_of(pid):
    try:
        process = psutil.Process(pid)
    except psutil.NoSuchProcess:
        return "gone"
    if process.status() == psutil.STATUS_ZOMBIE:
        return "zombie"
    return "running" if process.is_running() else "gone"
