#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at mail_mcp_admin as a screen reader does: every control on every page has a name.

    accessibility.py PROGRAM

Runs itself below a D-Bus session and an X server of its own. Exit status 77: AT-SPI is not installed.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

SECONDS = 30
# It stays as it is when its last client goes, as the bus launcher does before our program comes.
SERVER = "-screen 0 1280x1024x24 -noreset"
# What a person can act on, or reads text from.
NAMED_ROLES = {"push button", "check box", "combo box", "text", "password text", "spin button", "list", "list item", "tree",
               "tree table", "menu", "menu item", "check menu item", "radio menu item", "radio button", "table cell", "page tab"}
PAGES = ["Mail servers", "New client", "Profiles and keys", "Running server"]
# Of the page of running servers, also what waits for a server.
CONTROLS = ["Watch it through", "Path of the socket (ADMIN_SOCKET)", "Watch", "Clients", "Revoke", "Allow again", "End every login…", "Audit log",
            "Search in the last entries", "Only refusals and revocations", "Requests a second: –"]


def run_below_a_screen(program):
    for tool in ("xvfb-run", "dbus-run-session"):
        if not shutil.which(tool):
            print(f"{tool} is not installed")
            return 77
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="xcb",
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LANGUAGE="en", LC_ALL="C.UTF-8", GTK_MODULES="", ADMIN_BELOW_SCREEN="1")
        return subprocess.run(["xvfb-run", "-a", "-s", SERVER, "dbus-run-session", "--", sys.executable, __file__, program],
                              env=environment, timeout=4 * SECONDS).returncode


def find_application(pyatspi, pid):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == pid and application.childCount > 0:
                return application
        time.sleep(0.1)
    sys.exit("the program does not show up in the accessibility tree")


def walk(node, path=()):
    yield node, path
    for child in node:
        if child is not None:
            yield from walk(child, (*path, child.getRoleName()))


def main(program):
    try:
        import pyatspi
    except ImportError:
        print("python3-pyatspi is not installed")
        return 77
    process = subprocess.Popen([program])
    try:
        application = find_application(pyatspi, process.pid)
        controls, unnamed, names = 0, [], set()
        for node, path in walk(application):
            role = node.getRoleName()
            names.add(node.name)
            if role not in NAMED_ROLES:
                continue
            controls += 1
            if not node.name:
                unnamed.append(" > ".join(path))
        print(f"{controls} controls")
        missing = [name for name in PAGES + CONTROLS if name not in names]
        for text in unnamed:
            print(f"has no name: {text}")
        for name in missing:
            print(f"is not there: {name}")
        return 1 if unnamed or missing or controls < 50 else 0
    finally:
        process.terminate()
        process.wait(SECONDS)


if __name__ == "__main__":
    if "ADMIN_BELOW_SCREEN" in os.environ:
        sys.exit(main(sys.argv[1]))
    sys.exit(run_below_a_screen(sys.argv[1]))
