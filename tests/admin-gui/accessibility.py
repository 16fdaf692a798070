#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at mail_mcp_admin as a screen reader does: every control on every page and in every dialog has a name, and results are announced.

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
PRESS_MILLISECONDS = 500
# It stays as it is when its last client goes, as the bus launcher does before our program comes.
SERVER = "-screen 0 1280x1024x24 -noreset"
# The second is what AT-SPI calls it from 2.54 on.
BUTTON = ("push button", "button")
# What a person can act on, or reads text from.
NAMED_ROLES = {*BUTTON, "check box", "combo box", "text", "password text", "spin button", "list", "list item", "tree",
               "tree table", "menu", "menu item", "check menu item", "radio menu item", "radio button", "table cell", "page tab"}
PAGES = ["Mail servers", "New client", "Profiles and keys", "Running server"]
# Of the page of running servers, also what waits for a server.
CONTROLS = ["Watch it through", "Path of the socket (ADMIN_SOCKET)", "Watch", "Clients", "Revoke", "Allow again", "End every login…", "Audit log",
            "Search in the last entries", "Only refusals and revocations", "Requests a second: –"]
# What opens a dialog, the name of that, a control in it, and the button that closes it.
DIALOGS = [("Help on this page", "Help", "Help", "Close"), ("About Mail MCP", "About Mail MCP", "About Mail MCP", "Close"),
           ("Save the profile", "Save the profile", "Name of the profile:", "Cancel"),
           ("Use this key", "Key of the server", "ENCRYPTION_KEY or ENCRYPTION_KEYS:", "Cancel"),
           ("Make a new key…", "A new key", "What to do", "Close")]
# A button that has no effect yet, and what is announced then.
REFUSED, ANNOUNCED = "Generate", "The name of the server is missing."


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


def find(root, name, roles=()):
    return next((node for node, _ in walk(root) if node.name == name and (not roles or node.getRoleName() in roles)), None)


def press(node):
    """Does not wait for what comes of it: a dialog would keep the answer back."""
    actions = node.queryAction()
    index = next(i for i in range(actions.nActions) if actions.getName(i) == "Press")
    from gi.repository import Atspi, GLib
    Atspi.set_timeout(PRESS_MILLISECONDS, -1)
    try:
        actions.doAction(index)
    except GLib.GError:
        pass  # the answer is late
    finally:
        Atspi.set_timeout(1000 * SECONDS, -1)


def wait_for(condition):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    return None


def problems_of_dialog(application, opener, title, control, closer):
    press(find(application, opener, (*BUTTON, "menu item")))
    dialog = wait_for(lambda: find(application, title, ("dialog", "alert")))
    if dialog is None:
        return [f"no dialog: {title}"]
    problems = [f"has no name in “{title}”: {node.getRoleName()}" for node, _ in walk(dialog)
                if node.getRoleName() in NAMED_ROLES and not node.name]
    if find(dialog, control, NAMED_ROLES) is None:
        problems.append(f"is not in “{title}”: {control}")
    press(find(dialog, closer, BUTTON))
    if not wait_for(lambda: find(application, title, ("dialog", "alert")) is None):
        problems.append(f"does not close: {title}")
    return problems


def problems_of_announcement(pyatspi, application):
    """Before Qt 6.8 an announcement is a new description, which AT-SPI tells of."""
    from gi.repository import GLib
    heard = []

    def listen(event):
        heard.append(event.any_data if isinstance(event.any_data, str) else event.source.description)
        if ANNOUNCED in heard:
            pyatspi.Registry.stop()

    pyatspi.Registry.registerEventListener(listen, "object:property-change:accessible-description", "object:announcement")
    GLib.timeout_add(200, lambda: press(find(application, REFUSED, BUTTON)))
    GLib.timeout_add_seconds(SECONDS, pyatspi.Registry.stop)
    pyatspi.Registry.start()
    return [] if ANNOUNCED in heard else [f"is not announced: {ANNOUNCED} (but {heard})"]


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
        problems = [f"has no name: {text}" for text in unnamed] + [f"is not there: {name}" for name in missing]
        for dialog in DIALOGS:
            problems += problems_of_dialog(application, *dialog)
        problems += problems_of_announcement(pyatspi, application)
        for problem in problems:
            print(problem)
        return 1 if problems or controls < 50 else 0
    finally:
        process.terminate()
        process.wait(SECONDS)


if __name__ == "__main__":
    if "ADMIN_BELOW_SCREEN" in os.environ:
        sys.exit(main(sys.argv[1]))
    sys.exit(run_below_a_screen(sys.argv[1]))
