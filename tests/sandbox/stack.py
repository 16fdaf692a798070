#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole product on a throw-away mail server: sandbox.py plus a mail_mcp daemon and one client.

    stack.py start DIR --binary MAIL_MCP [options]     start both; the description goes to DIR/sandbox.json and stdout
    stack.py stop DIR                                  stop both
    stack.py status DIR                                exit code 0 if the daemon answers, 1 if not

DIR/sandbox.json is mail.json (see sandbox.py) and
    "base_url", "mcp_url", "client_id", "client_secret", "redirect_uris", "server_log",
    "env_file" (the daemon's configuration) and "pids" with the daemon as "server".
"./dev up" and the end-to-end tests both start what they need here. Python's standard library only.
"""
import argparse
import glob
import json
import os
import random
import subprocess
import sys
import time
import urllib.error
import urllib.request

import sandbox

START_SECONDS = 30
STOP_SECONDS = 10


class Stack:
    """The files of one stack below its folder."""

    def __init__(self, directory):
        self.directory = os.path.abspath(directory)
        self.description = os.path.join(self.directory, "sandbox.json")
        self.env_file = os.path.join(self.directory, "server.env")
        self.log = os.path.join(self.directory, "server.log")
        self.state = os.path.join(self.directory, "state.sqlite")

    def read(self):
        """The last description, of a running stack or of an earlier one; None if there is none."""
        try:
            with open(self.description) as file:
                return json.load(file)
        except (FileNotFoundError, ValueError):
            return None


def clean_environment():
    """The daemon's settings come from its file alone: the caller's variables would win over it."""
    kept = ("PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
    return {"LANG": "C.UTF-8", **{name: os.environ[name] for name in kept if name in os.environ}}


def run(binary, *arguments):
    done = subprocess.run([binary, *arguments], env=clean_environment(), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=60)
    if done.returncode != 0:
        raise sandbox.Failure(f"{os.path.basename(binary)} {arguments[0]} failed: {done.stderr.strip() or done.returncode}")
    return done.stdout.strip()


def read_env(path):
    try:
        with open(path) as file:
            return dict(line.strip().split("=", 1) for line in file if "=" in line and not line.startswith("#"))
    except FileNotFoundError:
        return {}


def write_env(path, values):
    with open(path, "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write("# Written by tests/sandbox/stack.py\n" + "".join(f"{name}={value}\n" for name, value in values.items()))


def answers(url):
    try:
        with urllib.request.urlopen(url + "/health", timeout=2) as response:
            return response.status == 200
    except (OSError, urllib.error.URLError):
        return False


def last_line(path):
    with open(path, errors="replace") as file:
        lines = file.read().strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def start_server(binary, stack, base_url):
    log = open(stack.log, "w", opener=lambda name, flags: os.open(name, flags, 0o600))
    with log:
        process = subprocess.Popen([binary, "server", "--env-file", stack.env_file], env=clean_environment(), stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=log, cwd=stack.directory, start_new_session=True)
    deadline = time.monotonic() + START_SECONDS
    while not answers(base_url):
        if process.poll() is not None:
            raise sandbox.Failure(f"mail_mcp server ended with exit code {process.returncode}: {last_line(stack.log)}")
        if time.monotonic() > deadline:
            sandbox.end(sandbox.describe(process.pid))
            raise sandbox.Failure(f"mail_mcp server does not answer at {base_url}/health; see {stack.log}")
        time.sleep(0.02)
    return sandbox.outlive_us(process)


def mint_client(binary, stack, mail, options):
    arguments = ["generate", "--json", "--env-file", stack.env_file, f"--name={options.name}"]
    for protocol in ("imap", "smtp"):
        server = mail[protocol]
        port = server["starttls_port"] if options.starttls else server["port"]
        arguments += [f"--{protocol}-host={server['host']}", f"--{protocol}-port={port}",
                      f"--no-{protocol}-ssl" if options.starttls else f"--{protocol}-ssl"]
    arguments += [f"--redirect-uri={uri}" for uri in options.redirect_uri]
    minted = json.loads(run(binary, *arguments))
    return {name: minted[name] for name in ("client_id", "client_secret", "redirect_uris")}


def default_mail_servers(mail):
    """The setting that lets clients in which nobody minted, for the sandbox's own domain."""
    imap, smtp = (f"{mail[protocol]['host']}:{mail[protocol]['port']}/tls" for protocol in ("imap", "smtp"))
    return f"example.test={imap},{smtp}"


def free_port():
    while True:
        port = random.SystemRandom().choice(sandbox.PORTS)
        if sandbox.is_free(port):
            return port


def start(options):
    stack = Stack(options.directory)
    binary = os.path.abspath(options.binary)
    before = stack.read() if options.keep else None
    if status(stack):
        raise sandbox.Failure(f"it already runs at {stack.read()['base_url']}")
    if options.port and not sandbox.is_free(options.port):
        raise sandbox.Failure(f"port {options.port} is in use by another program")
    preferred = {}
    if before:
        preferred = {"imaps": before["imap"]["port"], "imap": before["imap"]["starttls_port"],
                     "submissions": before["smtp"]["port"], "submission": before["smtp"]["starttls_port"]}
    sandbox.stop(stack.directory)
    mail = sandbox.start(stack.directory, sandbox.parse_users(options.user), preferred, options.dovecot_config,
                         options.imap, options.smtp)
    try:
        # Not before it is needed: in the meantime another stack may have taken it.
        port = options.port or free_port()
        base_url = f"http://127.0.0.1:{port}"
        kept_key = read_env(stack.env_file).get("ENCRYPTION_KEY") if before else None
        if not kept_key:
            # What the daemon remembers belongs to the key of the last start.
            for file in glob.glob(glob.escape(stack.state) + "*"):
                os.unlink(file)
        write_env(stack.env_file, {
            "ENCRYPTION_KEY": kept_key or run(binary, "keygen"), "BASE_URL": base_url, "HOST": "127.0.0.1", "PORT": port,
            "STATE_URL": f"sqlite:{stack.state}", "MAIL_CA_FILE": mail["ca_file"],
            "MAIL_MCP_ENV": "development", "MAIL_MCP_LOG_LEVEL": options.log_level,
            **({"DEFAULT_MAIL_SERVERS": default_mail_servers(mail)} if options.default_mail_servers else {}),
            **dict(pair.split("=", 1) for pair in options.env)})
        # A client that an assistant was given yesterday goes on working while it names the same servers.
        same = kept_key and (before["base_url"], before["imap"], before["smtp"]) == (base_url, mail["imap"], mail["smtp"])
        client = {name: before[name] for name in ("client_id", "client_secret", "redirect_uris")} if same \
            else mint_client(binary, stack, mail, options)
        server = start_server(binary, stack, base_url)
    except BaseException:
        sandbox.stop(stack.directory)
        raise
    description = {"base_url": base_url, "mcp_url": base_url + "/mcp", **client, **mail,
                   "server_log": stack.log, "env_file": stack.env_file,
                   "pids": {**mail["pids"], "server": server["pid"]},
                   "processes": {**mail["processes"], "server": server}}
    sandbox.write_json(stack.description, description)
    return description


def status(stack):
    described = stack.read()
    return bool(described) and sandbox.is_running(described["processes"]["server"])


def stop(stack):
    """Ends the daemon gracefully, then the mail server. sandbox.json stays for the next start with --keep."""
    described = stack.read()
    if described:
        sandbox.end(described["processes"]["server"], STOP_SECONDS)
    sandbox.stop(stack.directory)


def parser():
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = result.add_subparsers(dest="command", required=True)
    starting = commands.add_parser("start", help="start mail server and daemon")
    starting.add_argument("--binary", required=True, help="the mail_mcp program")
    starting.add_argument("--port", type=int, help="the daemon's port; a free one by default")
    starting.add_argument("--name", default="Mail MCP sandbox", help="the client's name, as the login page shows it")
    starting.add_argument("--redirect-uri", action="append", default=[], metavar="URI", help="in place of those of the known clients")
    starting.add_argument("--starttls", action="store_true", help="the client names the STARTTLS ports")
    starting.add_argument("--default-mail-servers", action="store_true", help="clients may introduce themselves")
    starting.add_argument("--env", action="append", default=[], metavar="NAME=VALUE", help="one more setting of the daemon")
    starting.add_argument("--user", action="append", default=[], metavar="ADDRESS:PASSWORD", help="one more mailbox, empty")
    starting.add_argument("--imap", choices=sandbox.IMAP_SERVERS, default="dovecot", help="who keeps the mail")
    starting.add_argument("--smtp", choices=sandbox.SMTP_SERVERS, default="dovecot", help="who takes mail")
    starting.add_argument("--dovecot-config", default="", metavar="TEXT", help="more Dovecot settings, see sandbox.py")
    starting.add_argument("--log-level", default="INFO")
    starting.add_argument("--keep", action="store_true", help="keep key, client and ports of the last start where possible")
    stopping = commands.add_parser("stop", help="stop both")
    asking = commands.add_parser("status", help="exit code 0 if the daemon answers, 1 if not")
    for command in (starting, stopping, asking):
        command.add_argument("directory", metavar="DIR")
    return result


def main():
    options = parser().parse_args()
    try:
        if options.command == "start":
            json.dump(start(options), sys.stdout, ensure_ascii=False, indent=2)
            print()
        elif options.command == "stop":
            stop(Stack(options.directory))
        else:
            stack = Stack(options.directory)
            return 0 if status(stack) and answers(stack.read()["base_url"]) else 1
    except (sandbox.Failure, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as failure:
        print(f"{failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
