"""Rules that reading, resolving, composing and building raise, one file each; their pages are the docstrings.

The rules that compare promises are in the folders of `gen.check`.
"""
