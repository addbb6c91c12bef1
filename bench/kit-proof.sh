#!/bin/sh
# Looks at a kit for linux-x64 where nothing is at hand (nowhere.sh).
#   sudo bench/kit-proof.sh artifacts/conformance-0.1.0-linux-x64.tar.gz
set -eu
here=$(cd "$(dirname "$0")" && pwd)
inside=$(mktemp)
trap 'rm -f "$inside"' EXIT
cat >"$inside" <<'INSIDE'
set -e
echo "user $(id -un), dotnet: $(dotnet --version 2>/dev/null || echo none), network: $(ip -brief addr | cut -d" " -f1 | tr "\n" " ")"
tar xzf kit.tar.gz
cd conformance-*-linux-x64
sha256sum --quiet -c SHA256SUMS && echo "all sums hold"
begin=$(date +%s%N); ./conformance --version; echo "start $((($(date +%s%N) - begin) / 1000000)) ms"
./conformance demo --standard 031 --driver api --out ../api | grep -E "^[✓✗?] "
./conformance run --help >/dev/null
begin=$(date +%s); { ./conformance demo --standard 031 --driver ui --filter 031-2 --out ../ui || [ $? = 3 ]; } | grep -E "^031-2"; echo "screens $(($(date +%s) - begin)) s"
./conformance coverage ../api --out ../coverage | head -n 1
./conformance flow standards/031-jutogaisha-atena/2.1/flows/031-1-fuban.bpmn | tail -n 3
INSIDE
sh "$here/nowhere.sh" "$1" "$inside"
