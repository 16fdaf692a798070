# SPDX-License-Identifier: GPL-3.0-or-later
"""The configuration of the sandbox's Dovecot, for the languages of Dovecot 2.3 and 2.4."""

# Settings that 2.3 and 2.4 spell alike. Every service runs under the one account that the sandbox
# uses, and nothing is chrooted, so no part of it needs root.
COMMON = """
protocols = imap lmtp submission
base_dir = {state}/run
state_dir = {state}/run
instance_name = mail-mcp-sandbox
log_path = {state}/dovecot.log
info_log_path = {state}/dovecot.log
# 127.0.0.2 is for tests of refusals: Dovecot takes a connection from an address to itself for
# secure, and a client that connects there comes from 127.0.0.1.
listen = 127.0.0.1, 127.0.0.2
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = {uid}
first_valid_gid = {gid}
mail_fsync = never
mail_max_userip_connections = 500
auth_verbose = yes
auth_failure_delay = 0
hostname = mail.example.test
ssl = yes
submission_host = mail.example.test
submission_relay_host = 127.0.0.1
submission_relay_port = {ports[relay]}
submission_relay_trusted = yes
submission_max_mail_size = 30M
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    auto = subscribe
    special_use = \\Drafts
  }}
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Junk {{
    auto = subscribe
    special_use = \\Junk
  }}
  mailbox Trash {{
    auto = subscribe
    special_use = \\Trash
  }}
  mailbox Archive {{
    auto = subscribe
    special_use = \\Archive
  }}
}}
service anvil {{
  chroot =
  # Without this an address waits up to 15 s for a login after failed ones.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  {reuse}
  client_limit = 500
  inet_listener imap {{
    port = {ports[imap]}
  }}
  inet_listener imaps {{
    port = {ports[imaps]}
    ssl = yes
  }}
}}
service submission-login {{
  chroot =
  process_min_avail = 1
  {reuse}
  client_limit = 500
  inet_listener submission {{
    port = {ports[submission]}
  }}
  inet_listener submissions {{
    port = {ports[submissions]}
    ssl = yes
  }}
}}
service lmtp {{
  chroot =
  unix_listener lmtp {{
    mode = 0600
  }}
}}
"""

DOVECOT_23 = """
auth_mechanisms = plain login cram-md5
disable_plaintext_auth = yes
mail_location = maildir:{state}/mail/%u/Maildir
mail_home = {state}/mail/%u
ssl_cert = <{state}/tls/chain.pem
ssl_key = <{state}/tls/server.key
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {state}/passwd
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={state}/mail/%u
}}
"""

DOVECOT_24 = """
auth_mechanisms = plain login cram-md5
auth_allow_cleartext = no
mail_driver = maildir
mail_home = {state}/mail/%{{user}}
mail_path = ~/Maildir
ssl_server_cert_file = {state}/tls/chain.pem
ssl_server_key_file = {state}/tls/server.key
passdb passwd-file {{
  default_password_scheme = PLAIN
  auth_username_format = %{{user}}
  passwd_file_path = {state}/passwd
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {state}/mail/%{{user}}
  }}
}}
"""


def configuration(version, **values):
    """The text of dovecot.conf for a version string such as "2.3.19.1 (9b53102964)"."""
    if version.startswith("2.3."):
        return (DOVECOT_23 + COMMON).format(reuse="service_count = 0", **values)
    if version.startswith("2.4."):
        # 2.4 wants its version settings before all others.
        first = "dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\n"
        return (first + DOVECOT_24 + COMMON).format(reuse="restart_request_count = unlimited", **values)
    raise ValueError(f"the sandbox knows Dovecot 2.3 and 2.4, this is {version}")
