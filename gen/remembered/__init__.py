"""What an earlier check of the very same files found, so that a second run over them need not think again.

The key is made of the content of everything that decides the result: the files of the workspace, the bids asked for,
bidgen's own code and data, the libraries that it reads with. Whatever changes makes another key, so nothing remembered
can be out of date. The folder may be deleted at any time.
"""

from gen.remembered.key import key
from gen.remembered.outcome import Outcome
from gen.remembered.store import folder, recall, remember

__all__ = ["Outcome", "folder", "key", "recall", "remember"]
