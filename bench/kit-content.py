#!/usr/bin/env python3
"""Looks into a kit without starting it: every file has its sum, everything is there that is needed, and nothing of another system.

    python3 bench/kit-content.py artifacts/conformance-0.1.0-win-x64.zip
"""
import hashlib
import json
import sys
import tarfile
import zipfile

archive = sys.argv[1]
windows = archive.endswith(".zip")
files, programs = {}, set()
if windows:
    with zipfile.ZipFile(archive) as kit:
        for entry in kit.infolist():
            files[entry.filename] = kit.read(entry)
else:
    with tarfile.open(archive) as kit:
        for entry in kit:
            files[entry.name] = kit.extractfile(entry).read()
            if entry.mode & 0o100:
                programs.add(entry.name)

tops = {name.split("/")[0] for name in files}
assert len(tops) == 1, f"one folder at the top, not {tops}"
top = tops.pop() + "/"
files = {name[len(top):]: content for name, content in files.items()}
programs = {name[len(top):] for name in programs}

sums = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS"].decode().splitlines())
assert set(sums) == set(files) - {"SHA256SUMS"}, set(sums) ^ (set(files) - {"SHA256SUMS"})
wrong = [name for name, digest in sums.items() if hashlib.sha256(files[name]).hexdigest() != digest]
assert not wrong, wrong

system = "win-x64" if windows else "linux-x64"
needed = ["conformance", "conformance.cmd", "sbom.cdx.json", "README.md", "docs/vendor.md", "schemas/profile.schema.json", "features/900-shikyu-rei/0.1/shikyu/flow-900-1.feature", "standards/900-shikyu-rei/0.1/standard.yaml"]
needed += ["app/Conformance.Cli.exe", "app/Conformance.Reference.exe", "app/coreclr.dll", "app/.playwright/node/win32_x64/node.exe"] if windows \
    else ["app/Conformance.Cli", "app/Conformance.Reference", "app/libcoreclr.so", "app/.playwright/node/linux-x64/node"]
missing = [name for name in needed if name not in files]
assert not missing, missing

elf = {name for name, content in files.items() if content[:4] == b"\x7fELF"}
exe = {name for name in files if name.endswith((".exe", ".cmd")) and name != "conformance.cmd" and "/.playwright/package/" not in name}
nodes = {name.split("/")[3] for name in files if name.startswith("app/.playwright/node/") and name.count("/") > 3}
if windows:
    assert not elf, f"programs of Linux: {sorted(elf)[:5]}"
    assert b"\r\n" in files["conformance.cmd"] and b"\n" not in files["conformance.cmd"].replace(b"\r\n", b""), "conformance.cmd has lines that a command prompt does not read"
    assert nodes == {"win32_x64"}, nodes
else:
    assert not exe, f"programs of Windows: {sorted(exe)[:5]}"
    assert nodes == {"linux-x64"}, nodes
    assert {"conformance", "app/Conformance.Cli", "app/Conformance.Reference", "app/.playwright/node/linux-x64/node"} <= programs, programs

bill = json.loads(files["sbom.cdx.json"])
names = {component["name"] for component in bill["components"]}
assert bill["specVersion"] == "1.6" and any(system in name and "Runtime" in name for name in names) and "Microsoft.Playwright" in names, names
other = "linux-x64" if windows else "win-x64"
assert not any(other in name for name in names), [name for name in names if other in name]
print(f"{system}: {len(files)} files, {len(sums)} sums hold, {len(names)} components, nothing of another system")
