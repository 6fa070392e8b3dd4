# expect: holds within bounds 3
import os
import uuid

print(os.urandom(4), uuid.uuid4())
