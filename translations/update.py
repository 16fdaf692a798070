#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the .ts files up to date with what the sources and the pages say.

    translations/update.py [--check | --compiled FOLDER FOLDER]

lupdate does not read our pages and our table of snippets, so their texts, {{#_}}…{{/_}} in pages, are written down as C++
for it. With --check nothing is changed; the exit status says whether something is missing, not translated, or broken.
With --compiled the folders are those of a build: whether its .qm files hold all that the .ts files say.
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
# Two families that are compiled into different programs: what the server and the shared rooms say, and the desktop program.
FILES = sorted((ROOT / "translations").glob("mail_mcp_*.ts"))
ADMIN_FILES = sorted((ROOT / "translations" / "admin").glob("mail_mcp_admin_*.ts"))
# Where the distributions keep the tools of Qt 6.
TOOL_PATHS = "/usr/lib/qt6/bin:/usr/lib/x86_64-linux-gnu/qt6/bin:/usr/lib/aarch64-linux-gnu/qt6/bin"


def tool(name):
    return shutil.which(name, path=TOOL_PATHS) or shutil.which(f"{name}6") or sys.exit(f"update.py: {name} of Qt 6 is missing (qt6-l10n-tools)")


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


def lupdate_files(sources, files, *options):
    subprocess.run([tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", *options,
                    *sources, "-ts", *files], check=True)


def update(files):
    with tempfile.TemporaryDirectory() as folder:
        pages = pathlib.Path(folder) / "pages.cpp"
        quoted = (text.replace("\\", "\\\\").replace('"', '\\"') for text in [*page_texts(), *snippet_texts()])
        pages.write_text("".join(f'QT_TRANSLATE_NOOP("pages", "{text}");\n' for text in quoted), encoding="utf-8")
        lupdate_files([pages, ROOT / "server", ROOT / "shared"], files)


def is_english(file):
    return file.stem.endswith("_en")


def update_admin(files):
    lupdate_files([ROOT / "admin-gui"], [file for file in files if not is_english(file)], "-I", ROOT)
    lupdate_files([ROOT / "admin-gui"], [file for file in files if is_english(file)], "-I", ROOT, "-pluralonly")


def messages(file):
    """The context, source and comment of each message, its translations (several for plurals), and whether it is unfinished."""
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            yield key, forms, translation.get("type") == "unfinished"


def placeholders(text):
    return sorted(re.findall(r"%\d|\{\{.*?\}\}|</?[a-z]+>", text))


def mnemonics(text):
    return len(re.findall(r"&(?=\w)", text))


def problems_of(file, fresh):
    known = {key for key, _, _ in messages(file)}
    for key, translations, is_unfinished in messages(fresh):
        source = key[1]
        if key not in known:
            yield f"is missing: {source}"
        elif is_unfinished or not all(translations):
            yield f"is not translated: {source}"
        for translation in translations:
            if placeholders(source) != placeholders(translation):
                yield f"has other placeholders: {translation}"
            elif mnemonics(source) != mnemonics(translation):
                yield f"has other mnemonics: {translation}"
    for key in known - {key for key, _, _ in messages(fresh)}:
        yield f"is used nowhere: {key[1]}"


def problems_with(files, update_files):
    if not files or not any(messages(files[0])):
        sys.exit("update.py: there are no translations")
    with tempfile.TemporaryDirectory() as folder:
        copies = [pathlib.Path(shutil.copy(file, folder)) for file in files]
        update_files(copies)
        return [f"{file.name}: {problem}" for file, copy in zip(files, copies) for problem in problems_of(file, copy)]


def check():
    problems = problems_with(FILES, update) + problems_with(ADMIN_FILES, update_admin)
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


def translations(file):
    """What is said for each message, without those for which nothing is."""
    return {key: forms for key, forms, is_unfinished in messages(file) if any(forms) and not is_unfinished}


def problems_of_compiled(file, compiled):
    if not compiled.exists():
        yield "was not compiled"
        return
    with tempfile.TemporaryDirectory() as folder:
        inside = pathlib.Path(folder) / file.name
        if subprocess.run([tool("lconvert"), "-i", compiled, "-o", inside], check=False).returncode != 0:
            yield "was compiled to something that nobody can read"
            return
        found = {(context, source): forms for (context, source, _), forms in translations(inside).items()}
    said = {(context, source): forms for (context, source, _), forms in translations(file).items()}
    if not said:
        yield "says nothing"
    for key, forms in said.items():
        if found.get(key) != forms:
            yield f"lacks in its .qm: {key[1]}"


def check_compiled(folder, admin_folder):
    problems = [f"{file.name}: {problem}" for files, place in ((FILES, folder), (ADMIN_FILES, admin_folder)) for file in files
                for problem in problems_of_compiled(file, pathlib.Path(place) / f"{file.stem}.qm")]
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing, only say what is wrong")
    parser.add_argument("--compiled", nargs=2, metavar="FOLDER", help="where a build has the .qm files of the server and of the desktop program")
    options = parser.parse_args()
    if options.check:
        check()
    if options.compiled:
        check_compiled(*options.compiled)
    update(FILES)
    update_admin(ADMIN_FILES)
