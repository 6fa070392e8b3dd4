"""put hands over to a feeder: right after it the queue may still be empty."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Queue

if __name__ == "__main__":
    letters = Queue()
    letters.put("letter")
    assert not letters.empty(), "where is it?"
