#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A throw-away mail server: Dovecot for IMAP and submission, our relay for delivery, sample mail.

With --imap cyrus it is Cyrus that keeps the mail, with --smtp postfix it is Postfix that takes it; Dovecot then only checks
passwords for them. Postfix needs root.

    sandbox.py start DIR [options]     start it; its description goes to DIR/mail.json and stdout
    sandbox.py stop DIR                stop it and remove its mail
    sandbox.py status DIR              say whether it runs (exit code 0) or not (1)

Any user may run it, several may run side by side. When root starts it, it runs under the
account "nobody", because Dovecot opens no mail as root. The state (mail, sockets, keys) lives in a
folder of its own below /tmp: paths of Unix sockets must be short, and the account must be able
to reach them. DIR holds what others read:

    mail.json      {"users": [{"email", "username", "password"}], "imap": {"host", "port", "tls", "starttls_port"},
                    "smtp": {the same}, "ca_file", "manifest", "log", "state_dir", "pids": {name: pid}}
    ca.pem         the authority that signed the server's certificate (for localhost and 127.0.0.1)
    manifest.json  what is in the mailboxes, see make_mail.py

Needs dovecot-imapd, dovecot-lmtpd, dovecot-submissiond, openssl; Python's standard library only. For Cyrus and Postfix
see cyrus.py and postfix.py.
"""
import argparse
import base64
import contextlib
import json
import os
import pwd
import grp
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import cyrus
import dovecot_config
import make_mail
import postfix

HERE = os.path.dirname(os.path.abspath(__file__))
DOVECOT = shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))
USERS = {make_mail.ALICE: "alice-in-wonderland", make_mail.BOB: "bob-the-builder"}
IMAP_LISTENERS = ("imaps", "imap")
SMTP_LISTENERS = ("submissions", "submission")
LISTENERS = IMAP_LISTENERS + SMTP_LISTENERS
IMAP_SERVERS = ("dovecot", "cyrus")
SMTP_SERVERS = ("dovecot", "postfix")
# Below the range from which outgoing connections take their ports (32768 and up).
PORTS = range(20000, 32768)
ATTEMPTS = 5


class Failure(Exception):
    """A reason, in a sentence, why something cannot be done."""


class Account:
    """Who the servers run as: the caller, or "nobody" in place of root."""

    def __init__(self):
        try:
            entry = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        except KeyError:
            raise Failure(f"the account {os.geteuid()} has no name, and Dovecot needs one") from None
        self.user, self.uid, self.gid = entry.pw_name, entry.pw_uid, entry.pw_gid
        self.group = grp.getgrgid(self.gid).gr_name

    def popen_options(self):
        if os.geteuid() != 0:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path):
        """Hands a whole tree to the account."""
        if os.geteuid() != 0:
            return
        for directory, folders, files in os.walk(path):
            for name in [directory, *(os.path.join(directory, f) for f in files)]:
                os.chown(name, self.uid, self.gid, follow_symlinks=False)


# --- Processes: never signal one that is not ours ----------------------------------------------

def started_at(pid):
    """When a process started, in clock ticks since boot: with its number that names it for good."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return None if fields[0] == "Z" else int(fields[19])


def describe(pid):
    return {"pid": pid, "started_at": started_at(pid)}


def is_running(process):
    return process["started_at"] is not None and started_at(process["pid"]) == process["started_at"]


def end(process, patience=1.0):
    """Ends a process group that we started: politely, then surely. Leaves a stranger with its number alone."""
    if not is_running(process):
        return
    for sign, patience in ((signal.SIGTERM, patience), (signal.SIGKILL, 5.0)):
        if not is_running(process):
            break
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process["pid"], sign)
        deadline = time.monotonic() + patience
        while is_running(process) and time.monotonic() < deadline:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(process["pid"], os.WNOHANG)
            time.sleep(0.01)
    # Helpers of a master that died first still stand in its group.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process["pid"], signal.SIGKILL)


def outlive_us(process):
    """Tells Python that this child is meant to go on when we are gone."""
    process.returncode = 0
    return describe(process.pid)


# --- Ports ---------------------------------------------------------------------------------------

def is_free(port):
    for address in ("127.0.0.1", "127.0.0.2"):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                return False
    return True


def choose_ports(preferred, names=LISTENERS):
    """Preferred ports while they are free, else any free ones."""
    ports = {}
    chance = random.SystemRandom()
    for name in names:
        candidate = preferred.get(name, chance.choice(PORTS))
        while candidate in ports.values() or not is_free(candidate):
            candidate = chance.choice(PORTS)
        ports[name] = candidate
    return ports


# --- Start -----------------------------------------------------------------------------------------

def make_certificates(directory):
    """An authority of our own and a certificate for localhost, 127.0.0.1 and 127.0.0.2."""
    os.makedirs(directory)
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    extensions = ("subjectAltName=DNS:localhost,IP:127.0.0.1,IP:127.0.0.2\nbasicConstraints=CA:FALSE\n"
                  "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n"
                  "subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n")
    with open(os.path.join(directory, "extensions"), "w") as file:
        file.write(extensions)
    for command in (
            ["req", "-x509", *key, "-days", "30", "-subj", "/CN=Mail MCP sandbox CA",
             "-addext", "keyUsage=critical,keyCertSign,cRLSign", "-keyout", "ca.key", "-out", "ca.pem"],
            ["req", *key, "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr"],
            ["x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
             "-days", "30", "-extfile", "extensions", "-out", "server.pem"]):
        done = subprocess.run(["openssl", *command], cwd=directory, capture_output=True, text=True)
        if done.returncode != 0:
            raise Failure(f"openssl {command[0]} failed: {done.stderr.strip()}")
    with open(os.path.join(directory, "chain.pem"), "w") as chain:
        for name in ("server.pem", "ca.pem"):
            with open(os.path.join(directory, name)) as file:
                chain.write(file.read())


def write_passwords(path, users):
    with open(path, "w") as file:
        for name, password in users.items():
            encoded = base64.b64encode(password.encode()).decode()
            file.write(f"{name}:{{PLAIN.b64}}{encoded}::::::\n")


def python():
    """An interpreter that the account can run: root's own may lie in a home folder."""
    return "/usr/bin/python3" if os.geteuid() == 0 and os.path.exists("/usr/bin/python3") else sys.executable


def hold_file(state):
    """While it exists, the relay delivers mail but does not acknowledge it."""
    return os.path.join(state, "run", "hold")


def start_relay(state, account, lmtp):
    """The relay listens before it starts, so that nobody else can take its port."""
    listener = socket.socket()
    while True:
        try:
            listener.bind(("127.0.0.1", random.SystemRandom().choice(PORTS)))
            break
        except OSError:
            continue
    listener.listen(64)
    # The account may not be able to read our source tree.
    script = os.path.join(state, "relay.py")
    shutil.copy(os.path.join(HERE, "relay.py"), script)
    os.chmod(script, 0o644)
    with open(os.path.join(state, "relay.log"), "w") as log:
        process = subprocess.Popen(
            [python(), "-I", script, str(listener.fileno()), lmtp, hold_file(state)],
            pass_fds=[listener.fileno()], stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/",
            start_new_session=True, **account.popen_options())
    port = listener.getsockname()[1]
    listener.close()
    return process, port


def wait_until_listening(program, process, ports):
    deadline = time.monotonic() + 20
    for port in ports:
        while True:
            if process.poll() is not None:
                return False
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise Failure(f"{program} does not listen on port {port}") from None
                time.sleep(0.01)
    return True


def start_on_free_ports(program, launch, names, preferred, logs):
    """Starts a program by launch(ports), on other ports if somebody was faster. Returns the process and its ports."""
    for attempt in range(ATTEMPTS):
        ports = choose_ports(preferred if attempt == 0 else {}, names)
        process = launch(ports)
        try:
            if wait_until_listening(program, process, ports.values()):
                return process, ports
        except Failure:
            end(describe(process.pid))
            raise
        reason = ""
        for log in logs:
            with contextlib.suppress(OSError), open(log) as file:
                reason += file.read()
        if "Address already in use" not in reason:
            raise Failure(f"{program} did not start: {reason.strip().splitlines()[-1] if reason.strip() else 'no reason given'}")
    raise Failure(f"{program} found no free ports")


def launch_dovecot(state, account, version, relay_port, extra, ports):
    config = os.path.join(state, "dovecot.conf")
    text = dovecot_config.configuration(version, state=state, user=account.user, group=account.group,
                                        uid=account.uid, gid=account.gid, ports={**ports, "relay": relay_port})
    with open(config, "w") as file:
        file.write(text + extra + "\n")
    os.chmod(config, 0o644)
    with open(os.path.join(state, "dovecot.err"), "w") as errors:
        return subprocess.Popen([DOVECOT, "-F", "-c", config], stdin=subprocess.DEVNULL, stdout=errors, stderr=errors,
                                cwd="/", start_new_session=True, **account.popen_options())


def check_possible(directory, imap_server, smtp_server):
    if running(directory):
        raise Failure(f"a sandbox already runs in {directory}")
    if DOVECOT is None:
        raise Failure("Dovecot is not installed (packages dovecot-imapd, dovecot-lmtpd, dovecot-submissiond)")
    if shutil.which("openssl") is None:
        raise Failure("openssl is not installed")
    if imap_server not in IMAP_SERVERS or smtp_server not in SMTP_SERVERS:
        raise Failure(f"IMAP by one of {', '.join(IMAP_SERVERS)} and SMTP by one of {', '.join(SMTP_SERVERS)}, not {imap_server} and {smtp_server}")
    if smtp_server == "postfix" and os.geteuid() != 0:
        raise Failure("Postfix runs as root only")


def start(directory, users, preferred, extra, imap_server="dovecot", smtp_server="dovecot"):
    check_possible(directory, imap_server, smtp_server)
    version = subprocess.run([DOVECOT, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    account = Account()
    os.makedirs(directory, exist_ok=True)
    state = tempfile.mkdtemp(prefix="mail-mcp-sandbox-", dir="/tmp")
    processes, listening = {}, {}
    lmtp = os.path.join(state, "run", "cyrus-lmtp" if imap_server == "cyrus" else "lmtp")

    def run(program, launch, names=LISTENERS):
        # Dovecot comes first: the ports that somebody prefers are for the server that shows them.
        wanted = {name: port for name, port in preferred.items()
                  if (imap_server if name in IMAP_LISTENERS else smtp_server) == program}
        logs = [os.path.join(state, f"{program}.{ending}") for ending in ("err", "log")]
        process, ports = start_on_free_ports(program.capitalize(), launch, names, wanted, logs)
        processes[program] = outlive_us(process)
        listening.update(ports)

    try:
        os.makedirs(os.path.join(state, "run"))
        make_certificates(os.path.join(state, "tls"))
        write_passwords(os.path.join(state, "passwd"), users)
        manifest = make_mail.fill(os.path.join(state, "mail")) if imap_server == "dovecot" else None
        environment = cyrus.prepare(state, account, users) if imap_server == "cyrus" else None
        account.own(state)
        relay, relay_port = start_relay(state, account, lmtp)
        processes["relay"] = outlive_us(relay)
        run("dovecot", lambda ports: launch_dovecot(state, account, version, relay_port, extra, ports))
        if imap_server == "cyrus":
            run("cyrus", lambda ports: cyrus.launch(state, account, environment, ports), IMAP_LISTENERS)
        if smtp_server == "postfix":
            postfix.prepare(state, account, users, lmtp)
            run("postfix", lambda ports: postfix.launch(state, ports), SMTP_LISTENERS)

        shutil.copy(os.path.join(state, "tls", "ca.pem"), os.path.join(directory, "ca.pem"))
        os.chmod(os.path.join(directory, "ca.pem"), 0o644)
        result = {
            "users": [{"email": name, "username": name, "password": password} for name, password in users.items()],
            # The name in the certificate; a client that resolves it needs no other address than 127.0.0.1.
            "imap": {"host": "localhost", "port": listening["imaps"], "tls": True, "starttls_port": listening["imap"]},
            "smtp": {"host": "localhost", "port": listening["submissions"], "tls": True, "starttls_port": listening["submission"]},
            "ca_file": os.path.join(directory, "ca.pem"),
            "manifest": os.path.join(directory, "manifest.json"),
            "log": os.path.join(state, "dovecot.log"),
            "state_dir": state,
            "pids": {name: process["pid"] for name, process in processes.items()},
            "processes": processes,
        }
        write_json(result["manifest"], manifest or cyrus.fill(result))
        write_json(os.path.join(directory, "mail.json"), result)
        return result
    except BaseException:
        for process in reversed(processes.values()):
            end(process)
        keep_log(state, directory)
        remove(state)
        raise


def write_json(path, value):
    """Whole or not at all, and for the owner's eyes: it names passwords."""
    with open(path + ".new", "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write("\n")
    os.replace(path + ".new", path)


# --- Stop and status -------------------------------------------------------------------------------

def read_description(directory):
    try:
        with open(os.path.join(directory, "mail.json")) as file:
            return json.load(file)
    except FileNotFoundError:
        return None


def running(directory):
    description = read_description(directory)
    return bool(description) and is_running(description["processes"]["dovecot"])


def remove(state):
    cyrus.clean(state)
    shutil.rmtree(state, ignore_errors=True)


def keep_log(state, directory):
    for log in ("dovecot.log", "postfix.log"):
        with contextlib.suppress(OSError):
            shutil.copy(os.path.join(state, log), os.path.join(directory, log))


def stop(directory):
    """Ends what mail.json names and removes its state; nothing to stop is no error."""
    description = read_description(directory)
    if description is None:
        return
    for process in reversed(description["processes"].values()):
        end(process)
    state = description["state_dir"]
    keep_log(state, directory)
    if os.path.basename(state).startswith("mail-mcp-sandbox-"):
        remove(state)
    os.remove(os.path.join(directory, "mail.json"))


# --- Command line ----------------------------------------------------------------------------------

def parse_users(pairs):
    users = dict(USERS)
    for pair in pairs:
        name, separator, password = pair.partition(":")
        if not separator or "@" not in name:
            raise Failure(f"--user wants ADDRESS:PASSWORD, not {pair}")
        users[name] = password
    return users


def parse_ports(text):
    numbers = [int(n) for n in text.split(",")] if text else []
    if numbers and len(numbers) != len(LISTENERS):
        raise Failure("--ports wants four numbers: " + ",".join(LISTENERS).upper())
    return dict(zip(LISTENERS, numbers))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    starting = commands.add_parser("start", help="start a sandbox")
    starting.add_argument("--user", action="append", default=[], metavar="ADDRESS:PASSWORD", help="one more mailbox, empty")
    starting.add_argument("--ports", default="", metavar="IMAPS,IMAP,SUBMISSIONS,SUBMISSION",
                          help="ports to take if they are free; others are chosen if not")
    starting.add_argument("--extra-config", default="", metavar="TEXT",
                          help="more Dovecot settings, such as 'imap_capability = IMAP4rev1 LITERAL+' for a primitive server")
    starting.add_argument("--imap", choices=IMAP_SERVERS, default="dovecot", help="who keeps the mail")
    starting.add_argument("--smtp", choices=SMTP_SERVERS, default="dovecot", help="who takes mail")
    stopping = commands.add_parser("stop", help="stop a sandbox and remove its mail")
    asking = commands.add_parser("status", help="exit code 0 if it runs, 1 if not")
    for command in (starting, stopping, asking):
        command.add_argument("directory", metavar="DIR")
    arguments = parser.parse_args()
    directory = os.path.abspath(arguments.directory)
    try:
        if arguments.command == "start":
            result = start(directory, parse_users(arguments.user), parse_ports(arguments.ports), arguments.extra_config,
                           arguments.imap, arguments.smtp)
            json.dump(result, sys.stdout, ensure_ascii=False, indent=2)
            print()
        elif arguments.command == "stop":
            stop(directory)
        else:
            up = running(directory)
            print("running" if up else "not running")
            return 0 if up else 1
    except (Failure, OSError, ValueError) as failure:
        print(f"sandbox: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
