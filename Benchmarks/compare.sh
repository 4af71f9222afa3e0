#!/usr/bin/env bash
# Times the whole program beside a bare PCRE2 scan and rules of spaCy, on corpora made for it or on JSON Lines given.
# What is not there is skipped, with the reason. `compare.sh --help` has the options.
set -euo pipefail
exec "${PYTHON:-python3}" "$(dirname "$0")/whole/compare.py" "$@"
