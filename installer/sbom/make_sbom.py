#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bill of materials of a package, as CycloneDX 1.6 JSON on standard output.

    make_sbom.py NAME VERSION PROGRAM…

It lists the Debian packages of every library that the loader maps into the programs, with version, licence, purl and which library needs which, and
those of the headers that are compiled into them. The same system and programs give the same text: its time is SOURCE_DATE_EPOCH, its
serial number a hash of the rest. Needs dpkg, ldd and readelf; Python's standard library only.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import uuid

HEADERS = ("nlohmann-json3-dev",)  # used by all programs, and nothing of it is linked
NAMESPACE = uuid.UUID("c1b5a3a0-6a50-4f0e-8d5c-2f3b6f0e9a11")  # ours, for serial numbers
# What Debian calls licences that SPDX calls otherwise.
SPDX = {"expat": "MIT", "mit": "MIT", "curl": "curl", "zlib": "Zlib", "isc": "ISC", "apache-2.0": "Apache-2.0", "bsd-2-clause": "BSD-2-Clause",
        "bsd-3-clause": "BSD-3-Clause", "mpl-2.0": "MPL-2.0", "openssl": "OpenSSL", "postgresql": "PostgreSQL"}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def libraries_of(program):
    """The files that the loader maps for a program: name as linked, real path."""
    return {name: os.path.realpath(path) for name, path in re.findall(r"^\s*(\S+) => (/\S+) \(0x", run("ldd", program), re.MULTILINE)}


def needed_by(file):
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.*)\]", run("readelf", "-d", file))


def packages_of(files):
    """The package of each file. dpkg knows a file by the path under which it was unpacked, with or without /usr."""
    spellings = {spelling: file for file in files for spelling in (file, file.removeprefix("/usr"), "/usr" + file)}
    found = subprocess.run(["dpkg-query", "-S", *spellings], capture_output=True, text=True, check=False).stdout
    packages = {spellings[path]: package for package, path in re.findall(r"^([^:,\s]+)\S*: (/.*)$", found, re.MULTILINE)}
    missing = sorted(set(files) - set(packages))
    if missing:
        raise SystemExit(f"make_sbom.py: no package has {missing[0]}; build on a system where all libraries come from packages")
    return packages


def spdx_of(licence):
    """The SPDX expression of Debian's short names, or None where that is not certain."""
    words = []
    for word in re.split(r"\s+", licence.replace(",", " ").strip()):
        lower = word.lower()
        gnu = re.fullmatch(r"(a?gpl|lgpl)-?v?(\d)(?:\.(\d))?(\+?)", lower)
        if lower in ("or", "and", "and/or"):
            words.append("OR" if lower != "and" else "AND")
        elif gnu:
            words.append(f"{gnu[1].upper()}-{gnu[2]}.{gnu[3] or 0}-{'or-later' if gnu[4] else 'only'}")
        elif lower in SPDX:
            words.append(SPDX[lower])
        else:
            return None
    expression = " ".join(words)
    return expression if re.fullmatch(r"\S+( (OR|AND) \S+)*", expression) and not {"OR", "AND"} & {words[0], words[-1]} else None


def licences_of(package):
    """What debian/copyright says of most files of the source, if it is of the kind that machines can read."""
    try:
        with open(f"/usr/share/doc/{package}/copyright", encoding="utf-8", errors="replace") as file:
            text = file.read()
    except FileNotFoundError:
        return {}
    found = re.search(r"^Files:\s*\*\s*$(?:.|\n(?!\n))*?\nLicense:[ \t]*(.+)", text, re.MULTILINE)
    if not found:
        return {}
    licence = found[1].strip()
    expression = spdx_of(licence)
    return {"licenses": [{"expression": expression} if expression else {"license": {"name": licence}}]}


def distribution():
    with open("/etc/os-release", encoding="utf-8") as file:
        values = dict(line.rstrip("\n").split("=", 1) for line in file if "=" in line)
    return values["ID"].strip('"'), values["VERSION_ID"].strip('"')


def components_of(packages):
    system, release = distribution()
    described = run("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${Architecture}\t${source:Package}\t${Maintainer}\n", *packages)
    for name, version, architecture, source, supplier in sorted(line.split("\t") for line in described.splitlines()):
        quoted = version.replace("+", "%2B").replace(":", "%3A")
        yield {"type": "library", "bom-ref": name, "name": name, "version": version,
               "purl": f"pkg:deb/{system}/{name}@{quoted}?arch={architecture}&distro={system}-{release}",
               "supplier": {"name": re.sub(r"\s*<.*", "", supplier)}, **licences_of(name),
               "properties": [{"name": "debian:source", "value": source}]}


def bill(name, version, programs):
    libraries = {soname: file for program in programs for soname, file in libraries_of(program).items()}
    package_of = packages_of(libraries.values())
    needs = {name: set(HEADERS), **{package: set() for package in [*HEADERS, *package_of.values()]}}
    for file, owner in [*((program, name) for program in programs), *package_of.items()]:
        needs[owner].update(package_of[libraries[soname]] for soname in needed_by(file) if soname in libraries)
    packages = sorted(set(needs) - {name})
    moment = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    result = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                     "component": {"type": "application", "bom-ref": name, "name": name, "version": version,
                                   "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
        "components": list(components_of(packages)),
        "dependencies": [{"ref": package, "dependsOn": sorted(needs[package] - {package})} for package in [name, *packages]]}
    result["serialNumber"] = uuid.uuid5(NAMESPACE, json.dumps(result, sort_keys=True)).urn
    return result


def main():
    if len(sys.argv) < 4:
        print(__doc__, file=sys.stderr)
        return 2
    json.dump(bill(sys.argv[1], sys.argv[2], sys.argv[3:]), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
