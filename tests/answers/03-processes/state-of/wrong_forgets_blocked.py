# diagnosis: no-word
import psutil


def state_of(pid):
    try:
        status = psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return "gone"
    words = {"running": "running", "blocked": "blocked", "stopped": "stopped", "zombie": "zombie"}
    return words.get(status)
