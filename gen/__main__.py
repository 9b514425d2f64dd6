"""`python -m gen` is `bidgen`."""

from gen.cli.main import main

main()
