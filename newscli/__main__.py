"""`python -m newscli`."""

import sys

from newscli.main import main

sys.exit(main())
