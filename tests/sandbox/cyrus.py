# SPDX-License-Identifier: GPL-3.0-or-later
"""Cyrus in place of Dovecot's IMAP: its configuration, its start, and how mail gets into it.

Cyrus is unpacked, not installed (see "./dev test"): its package cannot stand beside Dovecot's.
Like everything in the sandbox it runs under one ordinary account; as root it would drop to one.
"""
import glob
import imaplib
import os
import re
import shutil
import socket
import ssl
import subprocess

import make_mail

PROGRAMS = ("master", "imapd", "lmtpd", "idled", "ctl_cyrusdb")

# Names stand below "INBOX/", as in old installations, so that nothing relies on folders at the top.
# Duplicate suppression would hide from a test that a mail was delivered twice. Over implicit TLS it takes SCRAM (and the LOGIN
# command, which is no mechanism), after STARTTLS also what sends the password. Cyrus 3.10 offers STARTTLS only when told to.
IMAPD = """
configdirectory: {state}/cyrus
proc_path: {proc}
partition-default: {state}/cyrus/spool
defaultpartition: default
servername: mail.example.test
cyrus_user: {user}
syslog_prefix: mail-mcp-sandbox
virtdomains: userid
unixhierarchysep: yes
altnamespace: no
autocreate_quota: 0
autocreate_inbox_folders: Drafts|Sent|Junk|Trash|Archive
xlist-drafts: Drafts
xlist-sent: Sent
xlist-junk: Junk
xlist-trash: Trash
xlist-archive: Archive
allowplaintext: no
allowstarttls: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {state}/cyrus/sasldb
sasl_mech_list: PLAIN LOGIN SCRAM-SHA-256
imaps_sasl_mech_list: SCRAM-SHA-256
tls_server_cert: {state}/tls/chain.pem
tls_server_key: {state}/tls/server.key
tls_session_timeout: 0
duplicatesuppression: no
reject8bit: no
munge8bit: no
lmtpsocket: {state}/run/cyrus-lmtp
idlesocket: {state}/cyrus/socket/idle
search_engine: none
conversations: no
quota_db: twoskip
maxlogins_per_user: 500
"""

CYRUS = """
START {{
  recover cmd="{programs}/ctl_cyrusdb -C {conf} -r"
}}
SERVICES {{
  imap cmd="{programs}/imapd -C {conf}" listen="127.0.0.1:{ports[imap]}" prefork=1
  imaps cmd="{programs}/imapd -s -C {conf}" listen="127.0.0.1:{ports[imaps]}" prefork=2
  lmtp cmd="{programs}/lmtpd -a -C {conf}" listen="{state}/run/cyrus-lmtp" prefork=1
}}
DAEMON {{
  idled cmd="{programs}/idled -C {conf}"
}}
EVENTS {{
}}
"""


def place():
    """Where the unpacked programs are, below build/ of the source tree or where MAIL_SERVERS says."""
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "mail-servers")
    return os.path.abspath(os.environ.get("MAIL_SERVERS") or default)


def eatmydata(root):
    """A library that turns fsync into nothing: what a throw-away server writes need not survive the machine."""
    return glob.glob(os.path.join(root, "usr/lib/*/libeatmydata.so"))[0]


def copy_programs(root, directory):
    """The account that Cyrus runs under may not be able to reach our build folder."""
    os.makedirs(directory)
    libraries = glob.glob(os.path.join(root, "usr/lib/*/libcyrus*.so.*")) + [eatmydata(root)]
    for path in [*(os.path.join(root, "usr/lib/cyrus/bin", name) for name in PROGRAMS), *libraries]:
        shutil.copy(path, directory)


def write_users(root, environment, database, users):
    """The passwords, from which Cyrus answers PLAIN and SCRAM alike."""
    program = os.path.join(root, "usr/sbin/saslpasswd2")
    for name, password in users.items():
        local, domain = name.split("@")
        subprocess.run([program, "-p", "-c", "-f", database, "-u", domain, local], input=password.encode(), check=True,
                       env=environment, capture_output=True)


def in_memory(state):
    """Where Cyrus notes what each process does. It rewrites a file for every command, and a disk makes it wait each time."""
    return os.path.join("/dev/shm" if os.access("/dev/shm", os.W_OK) else state, os.path.basename(state) + "-proc")


def clean(state):
    shutil.rmtree(in_memory(state), ignore_errors=True)


def prepare(state, account, users):
    """Writes programs and users into the state folder. Returns the environment for the programs."""
    root = place()
    if not os.path.exists(os.path.join(root, "usr/lib/cyrus/bin/master")):
        raise FileNotFoundError(f"there is no Cyrus in {root} (./dev test puts it there)")
    home, programs = os.path.join(state, "cyrus"), os.path.join(state, "programs")
    for name in ("db", "socket", "log", "msg", "spool", "user", "quota", "lock"):
        os.makedirs(os.path.join(home, name))
    copy_programs(root, programs)
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LD_LIBRARY_PATH": programs}
    environment["LD_PRELOAD"] = os.path.join(programs, "libeatmydata.so")
    write_users(root, environment, os.path.join(home, "sasldb"), users)
    with open(os.path.join(state, "imapd.conf"), "w") as file:
        file.write(IMAPD.format(state=state, user=account.user, proc=in_memory(state)))
    os.makedirs(in_memory(state), exist_ok=True)
    account.own(in_memory(state))
    return environment


def launch(state, account, environment, ports):
    """Starts the master; who called waits until it listens."""
    conf, services = os.path.join(state, "imapd.conf"), os.path.join(state, "cyrus.conf")
    with open(services, "w") as file:
        file.write(CYRUS.format(state=state, conf=conf, ports=ports, programs=os.path.join(state, "programs")))
    os.chmod(services, 0o644)
    with open(os.path.join(state, "cyrus.err"), "w") as errors:
        return subprocess.Popen(
            [os.path.join(state, "programs", "master"), "-C", conf, "-M", services, "-p", os.path.join(state, "cyrus", "master.pid")],
            stdin=subprocess.DEVNULL, stdout=errors, stderr=errors, cwd="/", env=environment, start_new_session=True,
            **account.popen_options())


def below_inbox(folder):
    """The name under which Cyrus keeps one of make_mail's folders."""
    return folder if folder == "INBOX" else "INBOX/" + folder


FLAGS = {"D": "\\Draft", "F": "\\Flagged", "R": "\\Answered", "S": "\\Seen", "T": "\\Deleted"}


def quoted(folder):
    return '"' + make_mail.modified_utf7(folder).replace("\\", "\\\\").replace('"', '\\"') + '"'


def fill(mail):
    """Puts the sample mail in through IMAP and returns the manifest. The first login of a user makes the mailbox, without
    which Cyrus takes no mail for it."""
    tls = ssl.create_default_context(cafile=mail["ca_file"])
    everything = make_mail.mailboxes()
    for user in mail["users"]:
        with imaplib.IMAP4(mail["imap"]["host"], mail["imap"]["starttls_port"], timeout=60) as client:
            client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.starttls(tls)
            plain = "\0".join(("", user["username"], user["password"])).encode()
            client.authenticate("PLAIN", lambda _, plain=plain: plain)
            for folder, messages in everything.get(user["username"], {}).items():
                name = quoted(below_inbox(folder))
                client.create(name)
                for message in messages:
                    flags = "(" + " ".join(FLAGS[letter] for letter in message.flags) + ")"
                    answer, why = client.append(name, flags, imaplib.Time2Internaldate(message.when), re.sub(rb"\r?\n", b"\r\n", message.raw))
                    if answer != "OK":
                        raise RuntimeError(f"Cyrus did not take a message of {folder}: {why}")
    return make_mail.describe(everything, below_inbox)
