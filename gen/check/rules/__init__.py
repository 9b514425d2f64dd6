"""The rules, one file each. `gen.check.RULES` lists them in order."""
