"""`python -m aigovkit`."""

import sys

from aigovkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
