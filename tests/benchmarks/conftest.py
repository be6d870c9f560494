"""Nothing here is a test: the benchmarks are run by hand, and pytest leaves them alone."""

collect_ignore_glob = ["*.py"]
