#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the .ts files up to date with what the sources and the pages say.

    translations/update.py [--check]

lupdate does not read our pages and our table of snippets, so their texts, {{#_}}…{{/_}} in pages, are written down as C++
for it. With --check nothing is changed; the exit status says whether something is missing, not translated, or broken.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILES = sorted((ROOT / "translations").glob("*.ts"))
# Where the distributions keep the tools of Qt 6.
TOOL_PATHS = "/usr/lib/qt6/bin:/usr/lib/x86_64-linux-gnu/qt6/bin:/usr/lib/aarch64-linux-gnu/qt6/bin"


def lupdate():
    return shutil.which("lupdate", path=TOOL_PATHS) or shutil.which("lupdate6") or sys.exit("update.py: lupdate of Qt 6 is missing (qt6-l10n-tools)")


def page_texts():
    for page in sorted((ROOT / "resources" / "web").glob("*.html")):
        yield from re.findall(r"\{\{#_\}\}(.*?)\{\{/_\}\}", page.read_text(encoding="utf-8"), re.DOTALL)


def snippet_texts():
    table = json.loads((ROOT / "resources" / "snippets" / "clients.json").read_text(encoding="utf-8"))
    for client in table["clients"]:
        for block in client["blocks"]:
            yield block["title"]
            yield from block.get("steps", [])
        yield from client["notes"]


def update(files):
    with tempfile.TemporaryDirectory() as folder:
        pages = pathlib.Path(folder) / "pages.cpp"
        quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in [*page_texts(), *snippet_texts()])
        pages.write_text("".join(f'QT_TRANSLATE_NOOP("pages", "{text}");\n' for text in quoted), encoding="utf-8")
        subprocess.run([lupdate(), "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
                        pages, ROOT / "server", ROOT / "shared", "-ts", *files], check=True)


def messages(file):
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        yield message.findtext("source"), translation.text or "", translation.get("type") == "unfinished"


def placeholders(text):
    return sorted(re.findall(r"%\d|\{\{.*?\}\}|</?[a-z]+>", text))


def problems_of(file, fresh):
    known = {source for source, _, _ in messages(file)}
    for source, translation, is_unfinished in messages(fresh):
        if source not in known:
            yield f"is missing: {source}"
        elif is_unfinished or not translation:
            yield f"is not translated: {source}"
        elif placeholders(source) != placeholders(translation):
            yield f"has other placeholders: {translation}"
    for source in known - {source for source, _, _ in messages(fresh)}:
        yield f"is used nowhere: {source}"


def check():
    with tempfile.TemporaryDirectory() as folder:
        copies = [pathlib.Path(shutil.copy(file, folder)) for file in FILES]
        update(copies)
        problems = [f"{file.name}: {problem}" for file, copy in zip(FILES, copies) for problem in problems_of(file, copy)]
    print("\n".join(problems))
    if not FILES or not any(messages(FILES[0])):
        sys.exit("update.py: there are no translations")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, only say what is wrong")
    if parser.parse_args().check:
        check()
    update(FILES)
