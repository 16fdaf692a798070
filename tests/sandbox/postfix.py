# SPDX-License-Identifier: GPL-3.0-or-later
"""Postfix in place of Dovecot's submission: a queue of its own, passwords from Dovecot, delivery by LMTP.

Postfix is unpacked, not installed (see "./dev test"): its package would take the place of the machine's own mail server.
Its master insists on being root. Unlike relay.py it answers before it delivers, as mail servers of the world do;
addresses rejected@… (550) and deferred@… (451) are refused here as there.
"""
import os
import subprocess

import cyrus

QUEUES = ("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "maildrop", "private", "public",
          "saved", "trace")

# The owner of the queue must differ from the account for deliveries to programs, which never happen here.
MAIN = """
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
daemon_directory = {root}/usr/lib/postfix/sbin
command_directory = {root}/usr/sbin
shlib_directory = {root}/usr/lib/postfix
meta_directory = {root}/etc/postfix
mail_owner = {user}
setgid_group = mail
default_privs = daemon
import_environment = LANG=C.UTF-8 MAIL_CONFIG={home}/conf LD_LIBRARY_PATH={root}/usr/lib/postfix LD_PRELOAD={preload}
maillog_file = {state}/postfix.log
maillog_file_prefixes = /tmp
inet_interfaces = loopback-only
inet_protocols = ipv4
myhostname = mail.example.test
mydestination =
mynetworks =
local_recipient_maps =
alias_maps =
virtual_mailbox_domains = example.test
virtual_mailbox_maps = inline:{{ {recipients} }}
virtual_transport = lmtp:unix:{lmtp}
default_transport = error:5.4.4 The sandbox sends nothing to the world
smtpd_tls_chain_files = {state}/tls/server.key, {state}/tls/chain.pem
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = unix:{state}/run/auth-client
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions =
  check_recipient_access inline:{{
    {{ rejected@ = 550 5.1.1 The sandbox rejects this address }},
    {{ deferred@ = 451 4.2.0 The sandbox defers this address }} }},
  permit_sasl_authenticated, reject
message_size_limit = 31457280
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_hard_error_limit = 1000
minimal_backoff_time = 5s
maximal_backoff_time = 5s
queue_run_delay = 5s
"""

MASTER = """
127.0.0.1:{ports[submissions]} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:{ports[submission]} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def prepare(state, account, users, lmtp):
    """Writes the configuration and makes the queue. lmtp is the socket that takes deliveries."""
    root = cyrus.place()
    if not os.path.exists(os.path.join(root, "usr/lib/postfix/sbin/master")):
        raise FileNotFoundError(f"there is no Postfix in {root} (./dev test puts it there)")
    home = os.path.join(state, "postfix")
    os.makedirs(os.path.join(home, "conf"))
    for name in QUEUES:
        os.makedirs(os.path.join(home, "queue", name))
    os.makedirs(os.path.join(home, "data"))
    recipients = ", ".join(f"{{ {name} = OK }}" for name in users)
    with open(os.path.join(home, "conf", "main.cf"), "w") as file:
        file.write(MAIN.format(state=state, home=home, root=root, user=account.user, recipients=recipients, lmtp=lmtp,
                               preload=cyrus.eatmydata(root)))
    account.own(os.path.join(home, "queue"))
    account.own(os.path.join(home, "data"))
    # Its process numbers belong to root, who alone may say which process is the master.
    os.makedirs(os.path.join(home, "queue", "pid"))


def launch(state, ports):
    """Starts the master, as root; who called waits until it listens."""
    root, home = cyrus.place(), os.path.join(state, "postfix")
    with open(os.path.join(home, "conf", "master.cf"), "w") as file:
        file.write(MASTER.format(ports=ports))
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "LD_LIBRARY_PATH": os.path.join(root, "usr/lib/postfix"),
                   "MAIL_CONFIG": os.path.join(home, "conf")}
    with open(os.path.join(state, "postfix.err"), "w") as errors:
        return subprocess.Popen([os.path.join(root, "usr/lib/postfix/sbin/master"), "-d"], stdin=subprocess.DEVNULL,
                                stdout=errors, stderr=errors, cwd="/", env=environment, start_new_session=True)
