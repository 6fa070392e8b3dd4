# expect: holds within bounds 3 | inconclusive 3 | unsupported 2
import os
import uuid

print(os.urandom(4), uuid.uuid4())
