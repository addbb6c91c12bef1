#!/bin/sh
# Runs a script beside a kit for linux-x64 where nothing is at hand: a network namespace with loopback only, an empty home, a user without rights, no .NET.
#   sudo bench/nowhere.sh artifacts/conformance-0.1.0-linux-x64.tar.gz SCRIPT
# The script starts in an empty folder that holds kit.tar.gz, and is told the folder of this one as its argument.
set -eu
archive=$(readlink -f "$1")
script=$(readlink -f "$2")
work=$(mktemp -d)
trap '[ $? = 0 ] && rm -rf "$work" || echo "left to look at: $work" >&2' EXIT
mkdir "$work/home"
cp "$archive" "$work/kit.tar.gz"
cp "$script" "$work/inside.sh"
chown -R 65534:65534 "$work"
chmod 755 "$work"
cat >"$work/outside.sh" <<'OUTSIDE'
ip link set lo up
# Hidden for this script only: the mounts are of this namespace.
for place in /usr/bin/dotnet /usr/local/bin/dotnet; do [ ! -e "$place" ] || mount --bind /dev/null "$place"; done
for place in /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do [ ! -d "$place" ] || mount -t tmpfs none "$place"; done
cd "$1"
exec setpriv --reuid 65534 --regid 65534 --clear-groups env -i PATH=/usr/bin:/bin HOME="$1/home" LANG=C.UTF-8 sh "$1/inside.sh"
OUTSIDE
# Whatever the script leaves running ends with the namespace of its processes.
unshare -n -m -p -f --kill-child sh "$work/outside.sh" "$work"
