"""The processes that benchmarks measure: each module is one, run with `python -m bench.tasks.NAME`."""
