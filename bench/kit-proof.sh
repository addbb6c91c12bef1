#!/bin/sh
# Runs a kit for linux-x64 where nothing is at hand: a network namespace with loopback only, an empty home, a user without rights, no .NET.
#   sudo bench/kit-proof.sh artifacts/conformance-0.1.0-linux-x64.tar.gz
set -eu
archive=$(readlink -f "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
cp "$archive" "$work/kit.tar.gz"
chown -R 65534:65534 "$work"
chmod 755 "$work"
cat >"$work/inside.sh" <<'INSIDE'
ip link set lo up
# Hidden for this proof only: the mounts are of this namespace.
for place in /usr/bin/dotnet /usr/local/bin/dotnet; do [ ! -e "$place" ] || mount --bind /dev/null "$place"; done
for place in /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do [ ! -d "$place" ] || mount -t tmpfs none "$place"; done
cd "$1"
exec setpriv --reuid 65534 --regid 65534 --clear-groups env -i PATH=/usr/bin:/bin HOME="$1/home" LANG=C.UTF-8 sh -c '
  echo "user $(id -un), dotnet: $(dotnet --version 2>/dev/null || echo none), network: $(ip -brief addr | cut -d" " -f1 | tr "\n" " ")"
  tar xzf kit.tar.gz
  cd conformance-*-linux-x64
  sha256sum --quiet -c SHA256SUMS && echo "all sums hold"
  begin=$(date +%s%N); ./conformance --version; echo "start $((($(date +%s%N) - begin) / 1000000)) ms"
  ./conformance demo --standard 031 --driver api --out ../api | grep -E "^[✓✗?] "; 
  ./conformance run --help >/dev/null
  begin=$(date +%s); ./conformance demo --standard 031 --driver ui --filter 031-2 --out ../ui | grep -E "^031-2"; echo "screens $(($(date +%s) - begin)) s"
  ./conformance coverage ../api --out ../coverage | head -n 1
  ./conformance flow standards/031-jutogaisha-atena/2.1/flows/031-1-fuban.bpmn | tail -n 3
'
INSIDE
unshare -n -m sh "$work/inside.sh" "$work"
