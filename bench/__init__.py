"""Benchmarks: how fast bidgen is, and how much memory it takes, against honest peers. `./run bench` lists them."""
