"""`python -m rights_kb` is the command `kb`."""

import sys

from rights_kb.cli import main

sys.exit(main())
