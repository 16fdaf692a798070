# SPDX-License-Identifier: GPL-3.0-or-later
"""What all witness tests stand on: one daemon on real mail servers, an assistant that asks it, and Python's imaplib that
looks at the same mailbox without it."""
import imaplib
import os
import re
import socket
import ssl
import sys
import tempfile
import time
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "tests", "sandbox"))

import cyrus  # noqa: E402
import make_mail  # noqa: E402
import sandbox  # noqa: E402
import stack as stack_module  # noqa: E402
from assistant import Assistant  # noqa: E402

ALICE, BOB = make_mail.ALICE, make_mail.BOB
BINARY = os.environ.get("MAIL_MCP", os.path.join(ROOT, "build", "dev", "server", "app", "mail_mcp"))
quoted = cyrus.quoted
imaplib._MAXLINE = 50_000_000


class Witness:
    """A mailbox as imaplib shows it."""

    def __init__(self, stack, user):
        described = next(entry for entry in stack["users"] if entry["email"] == user)
        tls = ssl.create_default_context(cafile=stack["ca_file"])
        self.client = imaplib.IMAP4_SSL(stack["imap"]["host"], stack["imap"]["port"], ssl_context=tls, timeout=60)
        self.client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.client.login(described["username"], described["password"])

    def close(self):
        self.client.shutdown()

    def ok(self, answer):
        status, data = answer
        assert status == "OK", f"the mail server said {status}: {data}"
        return data

    def examine(self, folder):
        """Opens a folder anew, so that everything that happened is seen."""
        self.ok(self.client.select(quoted(folder), readonly=True))
        return int(self.client.response("UIDVALIDITY")[1][0])

    def open(self, folder):
        self.ok(self.client.select(quoted(folder)))

    def create(self, folder):
        self.ok(self.client.create(quoted(folder)))

    def append(self, folder, raw, flags="", when=None):
        """Returns the UID that the message got."""
        data = self.ok(self.client.append(quoted(folder), f"({flags})", when, re.sub(rb"\r?\n", b"\r\n", raw)))
        return int(re.search(rb"APPENDUID \d+ (\d+)", data[0])[1])

    def search(self, query):
        """UIDs in the folder that is open, ascending. Criteria are sent as they are; quoted strings that are not ASCII as literals."""
        pieces = re.split(r'"((?:[^"\\]|\\.)*)"', query)
        if query.isascii():
            return self.numbers(self.client.uid("SEARCH", query))
        # imaplib can send one literal, at the end; these go out by hand.
        tag = self.client._new_tag()
        line = tag + b" UID SEARCH CHARSET UTF-8 "
        for number, piece in enumerate(pieces):
            raw = piece.encode()
            line += b"{%d+}\r\n%b" % (len(raw), raw) if number % 2 else raw
        self.client.untagged_responses.pop("SEARCH", None)
        self.client.send(line + b"\r\n")
        self.ok(self.client._get_tagged_response(tag))
        return self.numbers(("OK", self.client.untagged_responses.pop("SEARCH", [])))

    def numbers(self, answer):
        return sorted(int(uid) for line in self.ok(answer) if line for uid in line.split())

    def fetch(self, uids, items):
        """{uid: (what stands before a literal, literal)} for one item that is a literal, or (line, None)."""
        found = {}
        data = self.ok(self.client.uid("FETCH", uids, f"(UID {items})"))
        for part in data:
            # imaplib gives a tuple for a line with a literal, and what follows the literal as the next element.
            line, literal = part if isinstance(part, tuple) else (part, None)
            number = re.search(rb"\bUID (\d+)", line or b"")
            if number:
                found[int(number[1])] = (line, literal)
        return found

    def with_id(self, folder, message_id):
        """UIDs of the messages in a folder that have this Message-ID."""
        self.examine(folder)
        return self.search(f'HEADER Message-ID "{message_id}"')

    def raw(self, uid):
        return self.fetch(str(uid), "BODY.PEEK[]")[uid][1]

    def flags(self, folder):
        """{uid: set of flags} of a whole folder; \\Recent is the session's, not the message's."""
        self.examine(folder)
        if not self.search("ALL"):
            return {}
        return {uid: set(re.search(rb"FLAGS \(([^)]*)\)", line)[1].decode().split()) - {"\\Recent"}
                for uid, (line, _) in self.fetch("1:*", "FLAGS").items()}

    def folders(self):
        """{name on the server: (attributes in lower case, hierarchy delimiter)}"""
        found = {}
        for line in self.ok(self.client.list()):
            attributes, delimiter, name = re.fullmatch(rb'\(([^)]*)\) "(.)" (?:"(.*)"|(.*))', line).expand(rb"\1\n\2\n\3\4").split(b"\n")
            found[re.sub(rb"\\(.)", rb"\1", name).decode()] = (attributes.decode().lower().split(), delimiter.decode())
        return found

    def status(self, name):
        """Counts of a folder, by its name on the server."""
        data = self.ok(self.client.status('"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"', "(MESSAGES UNSEEN UIDNEXT UIDVALIDITY)"))
        return {key.lower().decode(): int(value) for key, value in re.findall(rb"(MESSAGES|UNSEEN|UIDNEXT|UIDVALIDITY) (\d+)", data[0])}


class RealServers(unittest.TestCase):
    """One daemon on one choice of mail servers for all tests of a class; subclasses choose."""
    imap_server, smtp_server = "dovecot", "dovecot"
    options = ()

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="mail-mcp-witness-")
        cls.addClassCleanup(folder.cleanup)
        arguments = ["start", folder.name, "--binary", BINARY, "--imap", cls.imap_server, "--smtp", cls.smtp_server,
                     # Everything here is done for one mailbox, faster than people do it.
                     "--env", "HTTP_MAX_MCP_PER_MINUTE=1000000", "--env", "HTTP_MAX_MCP_BURST=1000000", *cls.options]
        cls.stack = stack_module.start(stack_module.parser().parse_args(arguments))
        cls.addClassCleanup(stack_module.stop, stack_module.Stack(folder.name))
        cls.users = {user["email"]: user for user in cls.stack["users"]}
        cls.assistant = cls.log_in(ALICE)
        cls.witness = cls.look_at(ALICE)

    @classmethod
    def log_in(cls, user):
        assistant = Assistant(cls.stack, cls.users[user])
        cls.addClassCleanup(assistant.close)
        return assistant

    @classmethod
    def look_at(cls, user):
        witness = Witness(cls.stack, user)
        cls.addClassCleanup(witness.close)
        return witness

    @classmethod
    def settle(cls):
        """Waits until everything that was sent has been delivered. Only Postfix takes its time."""
        queue = os.path.join(cls.stack["state_dir"], "postfix", "queue")
        deadline = time.monotonic() + 60
        while any(files for name in ("maildrop", "incoming", "active", "deferred") for _, _, files in os.walk(os.path.join(queue, name))):
            assert time.monotonic() < deadline, "Postfix does not get rid of its mail"
            time.sleep(0.02)

    @classmethod
    def folder(cls, name):
        """A folder by the name under which this mail server keeps it."""
        return cyrus.below_inbox(name) if cls.imap_server == "cyrus" else name


NEEDS_ROOT = "Postfix runs as root only: as an ordinary user these tests are NOT done"
SKIPPED = 77


def main():
    """Like unittest.main(), with an exit code of its own when something was skipped. Root skips nothing."""
    program = unittest.main(module="__main__", exit=False)
    sys.exit(SKIPPED if program.result.skipped and program.result.wasSuccessful() else not program.result.wasSuccessful())
