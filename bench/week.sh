#!/bin/sh
# A vendor's week, as docs/vendor.md tells it, with a kit for linux-x64 where nothing is at hand (nowhere.sh): every step is asserted, and the first that does not hold ends it.
#   sudo bench/week.sh artifacts/conformance-0.1.0-linux-x64.tar.gz
# The product is the reference application of 900 (支給例), at night that of 027 (児童手当). Needs a browser, curl, python3, unzip. Some ten minutes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec sh "$here/nowhere.sh" "$1" "$here/week-inside.sh"
